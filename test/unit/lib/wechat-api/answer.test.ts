import { apiRefusal, readApiAnswer } from '../../../../lib/wechat-api/answer';

const answer = (status: number, body: string) =>
	readApiAnswer({ status, headers: {}, body: Buffer.from(body) });

it('reads a success without an errcode, and keeps ids of 19 digits', () => {
	expect(answer(200, '{"order_id":3712345678901234567}')).toEqual({
		...{ errcode: 0, errmsg: '', body: { order_id: '3712345678901234567' } },
	});
	expect(answer(200, '{"errcode":"40001","errmsg":"no"}')).toMatchObject({ errcode: 40001 });
});

it.each([
	[502, '', { code: 'WECHAT_API_DOWN', retryable: true, ambiguous: true }],
	[200, '<html>', { code: 'WECHAT_API_ANSWER_UNREADABLE', ambiguous: true }],
	[404, '{}', { code: 'WECHAT_API_ANSWER_UNREADABLE' }],
	[200, '[]', { code: 'WECHAT_API_ANSWER_UNREADABLE' }],
])('fails for status %p with %p', (status, body, error) => {
	expect(() => answer(status, body)).toThrow(expect.objectContaining(error));
});

it('says whether a refused call may succeed later, and whether it may have been done', () => {
	const refusal = (errcode: number) => apiRefusal({ errcode, errmsg: 'x rid: 1' });
	expect(refusal(-1)).toMatchObject({ retryable: true, ambiguous: true });
	expect(refusal(45011)).toMatchObject({ retryable: true, ambiguous: false, retryAfterMs: 60_000 });
	expect(refusal(40013)).toMatchObject({ retryable: false, ambiguous: false });
	expect(refusal(40013).message).toBe('WeChat answered errcode 40013: x rid: 1.');
});

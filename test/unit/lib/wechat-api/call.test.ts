import { IntegrationError } from '../../../../lib/core/errors';
import { askWechatApi, callWechatApi, type OpenApiAccount } from '../../../../lib/wechat-api/call';
import { scripted, type Reply } from './context';

const unanswered = (code: string, ambiguous: boolean) =>
	new IntegrationError({
		code,
		message: 'No answer.',
		likelyCause: 'The network.',
		nextStep: 'Try again.',
		retryable: true,
		ambiguous,
	});

function calling(replies: Reply[], repeatable = true) {
	const script = scripted(replies);
	const tokens = ['first', 'second', 'third'];
	const account: OpenApiAccount = {
		kind: 'shop',
		appid: 'wxdddddddddddddddd',
		baseUrl: 'https://api.weixin.qq.com',
		tokens: { from: 'wechat', secret: 's' },
		accessToken: async () => tokens.shift() ?? 'none',
	};
	const call = { path: '/channels/ec/order/get', body: { name: '韵达' }, repeatable };
	return {
		...script,
		call: async () => await callWechatApi(account, call, script.context),
		ask: async () => await askWechatApi(account, call, script.context),
	};
}

describe('a call of the WeChat server API', () => {
	it('carries the token in the query and its text as UTF-8', async () => {
		const { call, asked } = calling([{ body: { errcode: 0, errmsg: 'ok', a: 1 } }]);
		expect(await call()).toMatchObject({ a: 1 });
		expect(asked[0]?.url).toBe(
			'https://api.weixin.qq.com/channels/ec/order/get?access_token=first',
		);
		expect(asked[0]?.body).toBe('{"name":"韵达"}');
	});

	it('takes an answer without errcode for a success and keeps 19-digit ids whole', async () => {
		const { call } = calling([{ body: '{"order_id": 3705115058471208928}' }]);
		expect(await call()).toEqual({ order_id: '3705115058471208928' });
	});

	it.each([40001, 40014, 42001])('replaces a token once after %d', async (errcode) => {
		const { call, asked } = calling([{ body: { errcode } }, { body: { errcode: 0 } }]);
		await call();
		expect(asked.map(({ url }) => url.split('=')[1])).toEqual(['first', 'second']);
	});

	it('gives up when the second token is refused too', async () => {
		const { call, asked } = calling([{ body: { errcode: 40001 } }, { body: { errcode: 40001 } }]);
		await expect(call()).rejects.toMatchObject({ code: 'WECHAT_API_REFUSED' });
		expect(asked).toHaveLength(2);
	});

	it('waits a minute when WeChat says that there were too many calls', async () => {
		const { call, pauses } = calling([{ body: { errcode: 45011 } }, { body: { errcode: 0 } }]);
		await call();
		expect(pauses).toEqual([60_000]);
	});

	it('hands a refusal to a caller who wants to read it', async () => {
		const { ask } = calling([{ body: { errcode: 10060023, errmsg: 'nothing changed' } }]);
		expect(await ask()).toMatchObject({ errcode: 10060023, errmsg: 'nothing changed' });
	});

	it('repeats a read after a lost answer and a 502', async () => {
		const lost = unanswered('HTTP_NO_ANSWER', true);
		const { call, asked } = calling([lost, { status: 502, body: 'x' }, { body: { errcode: 0 } }]);
		await call();
		expect(asked).toHaveLength(3);
	});

	it('does not repeat a write that may have been done', async () => {
		const { call, asked } = calling([unanswered('HTTP_NO_ANSWER', true)], false);
		await expect(call()).rejects.toMatchObject({ ambiguous: true, retryable: false });
		expect(asked).toHaveLength(1);
	});

	it('repeats a write that never left', async () => {
		const { call, asked } = calling(
			[unanswered('HTTP_UNREACHABLE', false), { body: { errcode: 0 } }],
			false,
		);
		await call();
		expect(asked).toHaveLength(2);
	});

	it('refuses a page for people', async () => {
		const { call } = calling([{ body: '<html>' }]);
		await expect(call()).rejects.toMatchObject({ code: 'WECHAT_API_ANSWER_UNREADABLE' });
	});
});

import { checkText, lastWords, postOnce } from '../../../../../lib/wechat-pay/complaints/post-once';
import { testContext } from '../context';
import { openComplaints, posts } from './complaints';

it('makes no call for what has been done', async () => {
	const { account, complain, sandbox } = await openComplaints();
	const complaint = { complaint_id: complain().complaint_id, mchid: '' };
	const done = async () => true;
	const context = testContext();
	expect(await postOnce(account, complaint, 'complete', {}, context, done)).toBe('already');
	expect(posts(sandbox, '/complete')).toBe(0);
	await sandbox.stop();
});

it('knows when the buyer spoke last', () => {
	const step = (operate_type: string, operate_time: string) => ({
		...{ log_id: '1', operate_details: '', images: [] },
		...{ operate_type, operate_time },
	});
	const bought = step('USER_RESPONSE', '2026-11-22T10:00:00+08:00');
	const sold = step('MERCHANT_RESPONSE', '2026-11-22T11:00:00+08:00');
	expect(lastWords([bought, sold])).toBe(Date.parse('2026-11-22T02:00:00Z'));
	expect(lastWords([sold])).toBe(-Infinity);
});

it.each([
	['', 1, false],
	['', 0, true],
	['好'.repeat(200), 1, true],
	['好'.repeat(201), 0, false],
])('text %#', (text, least, valid) => {
	const check = () => checkText(text, [], least);
	if (valid) expect(check).not.toThrow();
	else expect(check).toThrow(expect.objectContaining({ code: 'WECHAT_COMPLAINT_TEXT_INVALID' }));
});

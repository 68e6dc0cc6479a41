import { updateRefundProgress } from '../../../../../lib/wechat-pay/complaints/refund-progress';
import { testContext } from '../context';
import { openComplaints, pathOf, posts } from './complaints';

let world: Awaited<ReturnType<typeof openComplaints>>;
beforeAll(async () => {
	world = await openComplaints();
});
afterEach(() => world.sandbox.faults.clear());
afterAll(async () => world.sandbox.stop());
const context = testContext();

it('announces a refund once; the money closes the complaint', async () => {
	const { account, sandbox } = world;
	const payment = sandbox.pay({ total: 5_000 });
	const one = sandbox.complain(payment, { complaint_detail: '退款', problem_type: 'REFUND' });
	const complaint = { complaint_id: one.complaint_id, mchid: '' };
	const approval = { action: 'APPROVE' as const, launch_refund_day: 0 };
	const path = `${pathOf(one.complaint_id)}/update-refund-progress`;
	sandbox.faults.add({ kind: 'dropped', path, method: 'POST', times: 1 });
	expect(await updateRefundProgress(account, complaint, approval, context)).toBe('sent');
	expect(await updateRefundProgress(account, complaint, approval, context)).toBe('already');
	expect(posts(sandbox, path)).toBe(1);
	expect(one.complaint_state).toBe('PROCESSING');
	sandbox.refund(payment, { refund: 5_000 });
	await updateRefundProgress(account, complaint, approval, context);
	expect(one.complaint_state).toBe('PROCESSED');
});

it('refuses a refund with a reason, and without days: WeChat refuses both together', async () => {
	const { account, complain } = world;
	const one = complain();
	const complaint = { complaint_id: one.complaint_id, mchid: '' };
	const refusal = { action: 'REJECT' as const, reject_reason: '已超过退货期限' };
	expect(await updateRefundProgress(account, complaint, refusal, context)).toBe('sent');
	expect(one.complaint_state).toBe('PROCESSED');
	expect(await updateRefundProgress(account, complaint, refusal, context)).toBe('already');
	const silent = { ...refusal, reject_reason: '' };
	await expect(updateRefundProgress(account, complaint, silent, context)).rejects.toMatchObject({
		code: 'WECHAT_COMPLAINT_TEXT_INVALID',
	});
});

it('exists on the mainland only', async () => {
	const abroad = { ...world.account, region: 'global' as const };
	const approval = { action: 'APPROVE' as const, launch_refund_day: 0 };
	const asked = updateRefundProgress(abroad, { complaint_id: '1', mchid: '' }, approval, context);
	await expect(asked).rejects.toMatchObject({ code: 'WECHAT_REGION_WRONG' });
});

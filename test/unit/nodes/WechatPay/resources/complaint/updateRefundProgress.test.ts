import type { Sandbox } from '../../../../../../sandbox/index';
import { sharedSandbox } from '../../../../../support/shared-sandbox';
import { runComplaint } from './run-complaint';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const complain = (more = {}) =>
	sandbox.complain(sandbox.pay({ total: 10_000 }), { complaint_detail: '未收到货', ...more });

const update = async (complaint_id: string, parameters: object) =>
	(await runComplaint(sandbox, 'updateRefundProgress', parameters, { complaint_id }))[0]?.json;

it('announces a refund', async () => {
	const complaint = complain({ problem_type: 'REFUND' });
	const approval = { refundAction: 'APPROVE', launchRefundDay: 3, progressRemark: '客服' };
	expect(await update(complaint.complaint_id, approval)).toMatchObject({
		answer: { status: 'sent' },
	});
	expect(complaint.history.at(-1)?.operate_details).toContain('3天');
});

it('refuses a refund, with the reason for the buyer', async () => {
	const complaint = complain({ problem_type: 'REFUND' });
	const refusal = { refundAction: 'REJECT', rejectReason: '已拆封' };
	expect(await update(complaint.complaint_id, refusal)).toMatchObject({
		answer: { status: 'sent' },
	});
	expect(complaint.history.at(-1)?.operate_details).toBe('已拆封');
	expect(complaint.complaint_state).toBe('PROCESSED');
});

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

it('closes a complaint once', async () => {
	const complaint = complain();
	const { complaint_id } = complaint;
	const complete = async () => (await runComplaint(sandbox, 'complete', {}, { complaint_id }))[0];
	expect((await complete())?.json).toEqual({ complaint_id, answer: { status: 'sent' } });
	expect((await complete())?.json).toMatchObject({ answer: { status: 'already' } });
	expect(complaint.complaint_state).toBe('PROCESSED');
});

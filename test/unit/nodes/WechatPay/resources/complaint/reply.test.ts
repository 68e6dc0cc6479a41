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

it('sends a text once, and passes on the fields of the item', async () => {
	const { complaint_id, history, complainted_mchid } = complain();
	const item = { complaint_id, complainted_mchid, note: 7 };
	const text = { replyText: '今天补发', writtenAt: new Date().toISOString() };
	const [sent] = await runComplaint(sandbox, 'reply', text, item);
	expect(sent?.json).toEqual({ ...item, answer: { status: 'sent' } });
	const [again] = await runComplaint(sandbox, 'reply', text, item);
	expect(again?.json).toMatchObject({ answer: { status: 'already' } });
	expect(history.filter((step) => step.operate_type === 'MERCHANT_RESPONSE')).toHaveLength(1);
});

it('sends nothing with a wrong time', async () => {
	const { complaint_id, history } = complain();
	const text = { replyText: '今天补发', writtenAt: 'yesterday' };
	await expect(runComplaint(sandbox, 'reply', text, { complaint_id })).rejects.toMatchObject({
		message: expect.stringContaining('Written At'),
	});
	expect(history).toHaveLength(1);
});

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

it('lists complaints, or the open ones alone, with their orders', async () => {
	const [open, closed] = [complain(), complain()];
	await runComplaint(sandbox, 'complete', {}, { complaint_id: closed.complaint_id });
	const all = await runComplaint(sandbox, 'getMany', { complaintDays: 2 });
	expect(all.map(({ json }) => json['out_trade_no']).sort()).toEqual(
		[open.out_trade_no, closed.out_trade_no].sort(),
	);
	const [only, ...others] = await runComplaint(sandbox, 'getMany', { openOnly: true });
	expect(only?.json).toMatchObject({ complaint_id: open.complaint_id });
	expect(others).toEqual([]);
	expect(JSON.stringify(all)).not.toContain('payer_phone');
});

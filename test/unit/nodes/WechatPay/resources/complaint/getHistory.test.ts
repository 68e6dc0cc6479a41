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

it('has an item for each step', async () => {
	const complaint = complain();
	sandbox.complainAgain(complaint, '还没到');
	const { complaint_id } = complaint;
	const steps = await runComplaint(sandbox, 'getHistory', {}, { complaint_id });
	expect(steps.map(({ json }) => [json['complaint_id'], json['operate_details']])).toEqual([
		[complaint_id, '未收到货'],
		[complaint_id, '还没到'],
	]);
});

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

it('has order, deadlines and history, and no phone number unless asked for', async () => {
	const { complaint_id, out_trade_no } = complain({ payer_phone: '13900001111' });
	const [plain] = await runComplaint(sandbox, 'get', {}, { complaint_id });
	expect(plain?.json).toMatchObject({
		complaint_id,
		out_trade_no,
		mchid: sandbox.merchant.mchid,
		complaint: { answered: false, history: [{ operate_type: 'USER_CREATE_COMPLAINT' }] },
	});
	expect(JSON.stringify(plain?.json)).not.toMatch(/payer_phone/);
	const asked = { decryptPhone: true, includeHistory: false };
	const [decrypted] = await runComplaint(sandbox, 'get', asked, { complaint_id });
	expect(decrypted?.json).toMatchObject({ complaint: { payer_phone: '13900001111' } });
	expect(decrypted?.json).not.toHaveProperty('complaint.history');
});

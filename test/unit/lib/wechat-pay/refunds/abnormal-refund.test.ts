import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { payAbnormalRefund } from '../../../../../lib/wechat-pay/refunds/abnormal-refund';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const context = testContext();
const card = {
	type: 'USER_BANK_CARD' as const,
	bank_type: 'CMB_DEBIT',
	bank_account: '6225880000004321',
	real_name: '张三',
};
const merchants = { type: 'MERCHANT_BANK_CARD' as const };

describe.each(['certificate', 'publicKey'] as const)('an abnormal refund, %s', (keyMode) => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await sharedSandbox({ keyMode });
	});
	afterAll(async () => sandbox.stop());

	const account = () => {
		const { platformCertificate, credential, publicKey } = sandbox;
		const pem = `${publicKey.id}\n${publicKey.pem}`;
		const verificationKeys = keyMode === 'publicKey' ? pem : platformCertificate.pem;
		return openAccount({ ...credential, verificationKeys });
	};
	const abnormal = (sub_mchid?: string) => {
		const payment = sandbox.pay({ total: 100, ...(sub_mchid && { sub_mchid }) });
		return sandbox.refund(payment, { refund: 100, status: 'ABNORMAL' });
	};

	it('is paid to a card of the buyer, which travels encrypted', async () => {
		const refund = abnormal('1900000109');
		const sent: string[] = [];
		const real = testContext();
		const watching = testContext({
			send: async (request) => {
				sent.push(request.body ?? '');
				return await real.send(request);
			},
		});
		expect(
			await payAbnormalRefund(account(), { ...refund, sub_mchid: '1900000109' }, card, watching),
		).toMatchObject({ status: 'PROCESSING', sub_mchid: '1900000109' });
		expect(refund.user_received_account).toBe('CMB_DEBIT4321 张三');
		expect(sent.join()).not.toMatch(/4321|张三/);
	});

	it("is paid to the merchant's account, and only while it is abnormal", async () => {
		const refund = abnormal();
		const pay = async () =>
			payAbnormalRefund(
				account(),
				{ out_refund_no: refund.out_refund_no, refund_id: refund.refund_id },
				merchants,
				context,
			);
		expect(await pay()).toMatchObject({ status: 'PROCESSING' });
		await expect(pay()).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
	});
});

test('across the border there is no such call', async () => {
	const sandbox = await sharedSandbox();
	const account = { ...openAccount(sandbox.credential), region: 'global' as const };
	const number = { out_refund_no: 'R-1', refund_id: '50' };
	await expect(payAbnormalRefund(account, number, merchants, context)).rejects.toMatchObject({
		code: 'WECHAT_REGION_WRONG',
	});
	await sandbox.stop();
});

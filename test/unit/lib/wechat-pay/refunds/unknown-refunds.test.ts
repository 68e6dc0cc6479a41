import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { createRefundOrWait } from '../../../../../lib/wechat-pay/refunds/create-refund-or-wait';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

let sandbox: Sandbox;
let account: WechatPayAccount;
beforeAll(async () => {
	sandbox = await sharedSandbox();
	account = openAccount(sandbox.credential);
});
afterAll(async () => sandbox.stop());

const refund = async (out_trade_no: string, out_refund_no: string, refundedBefore?: number) =>
	await createRefundOrWait(
		account,
		{ out_trade_no },
		{ out_refund_no, refund: 100, ...(refundedBefore !== undefined && { refundedBefore }) },
		undefined,
		testContext(),
	);

it('is not made when the order has refunds that the caller does not know of', async () => {
	const { out_trade_no, transaction_id } = sandbox.pay({ total: 1000 });
	const made = () =>
		sandbox.refunds().filter((one) => one.transaction_id === transaction_id).length;
	expect(await refund(out_trade_no, `${out_trade_no}-CN1`, 0)).toHaveProperty('refund');
	await refund(out_trade_no, 'CONSOLE');
	expect(await refund(out_trade_no, `${out_trade_no}-CN2`, 100)).toMatchObject({
		unknown: [
			{ mchid: account.mchid, out_trade_no, transaction_id, amount: { refund: 100, total: 1000 } },
			{ out_refund_no: 'CONSOLE' },
		],
	});
	expect(made()).toBe(2);
	// The same number again is the same refund, whatever else was refunded.
	expect(await refund(out_trade_no, `${out_trade_no}-CN1`, 0)).toHaveProperty('refund');
	expect(await refund(out_trade_no, `${out_trade_no}-CN2`, 200)).toHaveProperty('refund');
	expect(made()).toBe(3);
});

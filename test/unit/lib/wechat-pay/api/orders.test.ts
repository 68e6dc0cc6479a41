import { closeOrder, queryOrder } from '../../../../../lib/wechat-pay/api/orders';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { readTransaction } from '../../../../../lib/wechat-pay/notification/payment';
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

describe('closing an order', () => {
	const context = testContext();

	it('closes it once, and is content with one that is closed', async () => {
		const { out_trade_no } = sandbox.order({ total: 100, out_trade_no: 'CLOSE|ME*1' });
		await closeOrder(account, { out_trade_no }, context);
		await closeOrder(account, { out_trade_no }, context);
		expect(await queryOrder(account, { out_trade_no }, context)).toMatchObject({
			trade_state: 'CLOSED',
		});
		const global = { ...account, region: 'global' as const };
		const other = sandbox.order({ total: 100, currency: 'USD' });
		await closeOrder(global, { out_trade_no: other.out_trade_no }, context);
		expect(await queryOrder(account, other, context)).toMatchObject({ trade_state: 'CLOSED' });
	});

	it('fails for a paid one', async () => {
		const { out_trade_no } = sandbox.pay({ total: 100 });
		await expect(closeOrder(account, { out_trade_no }, context)).rejects.toMatchObject({
			message: expect.stringContaining('ORDER_PAID'),
			nextStep: expect.stringContaining('refund'),
		});
	});

	it('does not take it from a stranger that the order is closed', async () => {
		const send = async () => ({
			status: 400,
			headers: {},
			body: Buffer.from('{"code":"ORDER_CLOSED","message":""}'),
		});
		await expect(
			closeOrder(account, { out_trade_no: 'ANYTHING' }, testContext({ send })),
		).rejects.toMatchObject({
			code: 'WECHAT_RESPONSE_UNPROVED',
		});
	});
});

describe('the order of a merchant of a service provider', () => {
	const context = testContext();
	const [one, other] = ['1900000109', '1900000110'] as const;

	it.each(['mainland', 'global', 'hk'] as const)('is its own, by %s paths', async (paths) => {
		const provider = { ...account, paths };
		const out_trade_no = `SAME-${paths}`;
		const first = sandbox.pay({ total: 100, out_trade_no, sub_mchid: one });
		const second = sandbox.pay({ total: 200, out_trade_no, sub_mchid: other });
		for (const { transaction_id, sub_mchid = '', amount } of [first, second]) {
			for (const key of [{ out_trade_no }, { transaction_id }]) {
				const order = await queryOrder(provider, { ...key, sub_mchid }, context);
				const payment = readTransaction(order, { mchid: account.mchid }, 'none');
				expect(payment).toMatchObject({
					mchid: account.mchid,
					appid: sandbox.merchant.appid,
					sp_mchid: account.mchid,
					sub_mchid,
					transaction_id,
					total_fen: amount.total,
				});
			}
		}
		// Without the merchant, WeChat looks among the provider's own orders.
		for (const key of [{ out_trade_no }, { out_trade_no, sub_mchid: '1900000111' }]) {
			await expect(queryOrder(provider, key, context)).rejects.toMatchObject({
				message: expect.stringContaining('ORDER_NOT_EXIST'),
			});
		}
	});

	it.each(['mainland', 'global', 'hk'] as const)('is closed by %s paths', async (paths) => {
		const out_trade_no = `CLOSE-${paths}`;
		for (const sub_mchid of [one, other]) sandbox.order({ total: 100, out_trade_no, sub_mchid });
		await closeOrder({ ...account, paths }, { out_trade_no, sub_mchid: one }, context);
		const stateOf = async (sub_mchid: string) =>
			(await queryOrder(account, { out_trade_no, sub_mchid }, context))['trade_state'];
		expect(await stateOf(one)).toBe('CLOSED');
		expect(await stateOf(other)).toBe('NOTPAY');
	});
});

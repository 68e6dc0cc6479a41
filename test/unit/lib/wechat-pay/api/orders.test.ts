import { closeOrder, queryOrder } from '../../../../../lib/wechat-pay/api/orders';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
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
		await closeOrder(account, out_trade_no, context);
		await closeOrder(account, out_trade_no, context);
		expect(await queryOrder(account, { out_trade_no }, context)).toMatchObject({
			trade_state: 'CLOSED',
		});
		const global = { ...account, region: 'global' as const };
		const other = sandbox.order({ total: 100, currency: 'USD' });
		await closeOrder(global, other.out_trade_no, context);
		expect(await queryOrder(account, other, context)).toMatchObject({ trade_state: 'CLOSED' });
	});

	it('fails for a paid one', async () => {
		const { out_trade_no } = sandbox.pay({ total: 100 });
		await expect(closeOrder(account, out_trade_no, context)).rejects.toMatchObject({
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
		await expect(closeOrder(account, 'ANYTHING', testContext({ send }))).rejects.toMatchObject({
			code: 'WECHAT_RESPONSE_UNPROVED',
		});
	});
});

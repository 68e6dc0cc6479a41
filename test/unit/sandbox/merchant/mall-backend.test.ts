import { checkShopBackend } from '../../../../lib/shop-backend/check/check-shop-backend';
import { getShopOrder } from '../../../../lib/shop-backend/get-order';
import { SAMPLE_RECIPIENTS } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';

test('the mall answers by the contract, as integrators are checked for', async () => {
	const sandbox = await sharedSandbox();
	const backend = { url: `${sandbox.url}/mall`, secret: sandbox.mall.secret };
	const placed = sandbox.mall.place({
		lines: [{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 }],
		...{ shipping_fen: 1200, recipient: SAMPLE_RECIPIENTS[0], remark: '请放门口' },
	});
	const target = { ...backend, orderNumber: placed.out_trade_no, paidFen: 21_000 };
	const results = await checkShopBackend({ ...target, limitMs: 3_000 }, Date.now);
	const failed = results.filter(({ outcome }) => outcome.status === 'failed');
	const question = { ...placed, mchid: '1', transaction_id: '2' };
	const stamp = () => ({ id: 'msg_1', now: Date.now() });
	const order = await getShopOrder({ ...backend, timeoutMs: 3_000 }, question, stamp);
	await sandbox.stop();
	expect(failed).toEqual([]);
	expect(order).toMatchObject({ remark: '请放门口', total_fen: 21_000 });
	expect(order).not.toHaveProperty('created_at');
});

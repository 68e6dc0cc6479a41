import { checkShopBackend } from '../../../../../lib/shop-backend/check/check-shop-backend';
import { isConformant, report } from '../../../../../lib/shop-backend/check/report';
import { failuresOf } from './failures';
import { ORDER, SECRET, SKU, startBackend, WITH_WRONG_ORDERS } from './wrong-backends';

it.each(WITH_WRONG_ORDERS)(
	'names what is wrong with a backend that %s',
	async (_, parts, checks) => {
		expect(await failuresOf(parts)).toEqual(checks);
	},
);

it('accepts the first version of the contract, and says what it does not bring', async () => {
	const { url, stop } = await startBackend({
		basket: { lines: [{ sku: SKU, quantity: 1, unit_price_fen: 100 }] },
	});
	const target = { url, secret: SECRET, orderNumber: ORDER, limitMs: 300 };
	const results = await checkShopBackend(target, Date.now).finally(stop);
	expect(report(url, results)).toContain(
		'✓ answers with an order that follows the contract (basket.get, version 1',
	);
	expect(isConformant(results)).toBe(true);
});

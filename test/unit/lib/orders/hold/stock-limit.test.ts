import { linesBeyondStock, rememberShort } from '../../../../../lib/orders/hold/stock-limit';
import { WHOLE_STOCK } from '../../../../../lib/core/channel-share';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const NONE = { taxes: 'none', warehouseId: 1 } as const;
const TEE = 41;

/** Odoo with these free units of tee and cap. */
const odooWith = (tee: number, cap = 9) =>
	fakeOdoo(({ model }) => {
		if (model !== 'product.product') return [];
		return [
			{ id: TEE, type: 'product', free_qty: tee },
			{ id: 42, type: 'product', free_qty: cap },
		];
	});
const short = [
	{
		...{ sale_order_line_id: 1, product_id: TEE, sku: 'TEE' },
		ordered: 2,
		reserved: 0,
		missing: 2,
	},
];

it('asks Odoo nothing as long as no product was short and no share is set', async () => {
	const odoo = odooWith(0);
	expect(await linesBeyondStock(odoo, [paidOrder()], NONE, 0)).toEqual(new Map());
	expect(odoo.calls).toEqual([]);
});

it('spares an order in Odoo once a product was short, for ten minutes', async () => {
	const odoo = odooWith(1);
	const order = paidOrder();
	await rememberShort(odoo, short, 0);
	const beyond = await linesBeyondStock(odoo, [order], NONE, 0);
	expect(beyond.get(order)).toMatchObject([
		{ product_id: TEE, ordered: 2, reserved: 0, missing: 1 },
		{ product_id: 42, missing: 0 },
	]);
	expect(await linesBeyondStock(odoo, [order], NONE, 600_000)).toEqual(new Map());
});

it('gives the units to the orders in their turn', async () => {
	const odoo = odooWith(4);
	await rememberShort(odoo, short, 0);
	const orders = [paidOrder(), paidOrder(), paidOrder()];
	const beyond = await linesBeyondStock(odoo, orders, NONE, 0);
	expect(orders.map((order) => beyond.has(order))).toEqual([false, false, true]);
});

it('keeps the share of the channel, and leaves a product without units to Odoo, which may buy it', async () => {
	const shares = { ...WHOLE_STOCK, percent: 50 };
	const order = paidOrder();
	const beyond = await linesBeyondStock(odooWith(3), [order], { ...NONE, shares }, 0);
	expect(beyond.get(order)).toMatchObject([{ missing: 1 }, { missing: 0 }]);
	expect(await linesBeyondStock(odooWith(0), [order], { ...NONE, shares }, 0)).toEqual(new Map());
});

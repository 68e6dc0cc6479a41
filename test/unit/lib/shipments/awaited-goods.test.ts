import { awaitedGoods } from '../../../../lib/shipments/awaited-goods';
import { fakeOdoo } from '../odoo/fake-odoo';

const LINES = [7, 8].map((order) => ({ id: order * 10, order_id: [order, 'x'] }));

/** An Odoo with order lines 70 and 80 of orders 7 and 8. */
const odooWith = (unmoved: object[], earlier: object[], fields = ['location_final_id']) =>
	fakeOdoo(({ model, params }) => {
		if (model === 'stock.move') return earlier;
		return JSON.stringify(params?.fields).includes('qty_delivered') ? unmoved : LINES;
	}, fields);

it('waits for goods that no vendor was asked for, and for open earlier steps', async () => {
	const unmoved = [{ id: 70, product_uom_qty: 2, qty_delivered: 0 }];
	const earlier = [{ id: 1, sale_line_id: [80, 'x'] }];
	expect((await awaitedGoods(odooWith(unmoved, []), [7, 8])).awaiting).toEqual(new Set([7]));
	expect((await awaitedGoods(odooWith([], earlier), [7, 8])).awaiting).toEqual(new Set([8]));
});

it('does not wait for delivered lines, nor before Odoo 18 for earlier steps', async () => {
	const unmoved = [{ id: 70, product_uom_qty: 2, qty_delivered: 2 }];
	const odoo = odooWith(unmoved, [{ id: 1, sale_line_id: [80, 'x'] }], []);
	const { awaiting, orderOfLine } = await awaitedGoods(odoo, [7, 8]);
	expect(awaiting).toEqual(new Set());
	expect([...orderOfLine]).toEqual([
		[70, 7],
		[80, 8],
	]);
});

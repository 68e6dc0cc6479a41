import { shippedLines } from '../../../../lib/shipments/shipped-lines';
import { fakeOdoo } from '../odoo/fake-odoo';

const move = (picking: number, product: number, line: number | false, quantity: number) => ({
	id: 1,
	picking_id: [picking, 'WH/OUT'],
	product_id: [product, 'x'],
	sale_line_id: line ? [line, 'x'] : false,
	...{ quantity, quantity_done: quantity },
});

const shop = (fields: string[]) =>
	fakeOdoo(
		({ model }) =>
			model === 'stock.move'
				? [move(5, 41, 1, 2), move(5, 41, 1, 1), move(5, 42, false, 4), move(6, 41, 1, 0)]
				: [{ id: 41, name: 'Tee', default_code: 'TEE' }],
		fields,
	);

it('adds up the moves of a line, and leaves out what did not move', async () => {
	const shipped = await shippedLines(shop(['quantity']), [5, 6], '');
	expect([...shipped.keys()]).toEqual([5]);
	expect(shipped.get(5)).toEqual([
		{ name: 'Tee', sku: 'TEE', product_id: 41, quantity: 3, sale_order_line_id: 1 },
		{ name: '', sku: '', product_id: 42, quantity: 4 },
	]);
});

it('reads the done quantity where Odoo keeps it apart from the reserved one, and names in a language', async () => {
	const odoo = shop(['quantity_done', 'quantity']);
	await shippedLines(odoo, [5], 'zh_CN');
	const [moves, names] = odoo.calls;
	expect(JSON.stringify(moves?.params)).toContain('quantity_done');
	expect(names?.context).toMatchObject({ lang: 'zh_CN' });
});

import { returnedMoves } from '../../../../lib/refund-requests/returned-moves';
import { fakeOdoo } from '../odoo/fake-odoo';

/** A return of 2 of 3 units that cost 10.00 together. */
const odoo = (product: number, quantity = 2) =>
	fakeOdoo(({ model, params }) => {
		const fields = params?.fields as string[];
		if (model === 'stock.move' && fields.includes('picking_id')) {
			const line = { sale_line_id: false, origin_returned_move_id: [70, 'x'], quantity };
			return [{ id: 71, picking_id: [12, 'IN'], product_id: [product, 'Tee'], ...line }];
		}
		if (model === 'stock.move') return [{ id: 70, sale_line_id: [9, 'x'] }];
		if (model === 'product.product') return [{ id: 41, name: 'Tee', default_code: 'TEE' }];
		const money = { product_uom_qty: 3, price_total: 10, currency_id: [1, 'CNY'] };
		return [{ id: 9, order_id: [7, 'S1'], product_id: [41, 'Tee'], ...money }];
	});

it('values what came back by its part of the line, found by the move that it returns', async () => {
	expect(await returnedMoves(odoo(41), [12])).toEqual([
		{
			...{ picking: 12, order: 7 },
			line: {
				...{ product_id: 41, sku: 'TEE', name: 'Tee' },
				...{ quantity: 2, sale_order_line_id: 9, value_fen: 667 },
			},
		},
	]);
});

it('gives a component of a kit no value, and leaves out what did not come', async () => {
	const [component] = await returnedMoves(odoo(42), [12]);
	expect(component?.line).toEqual(expect.not.objectContaining({ value_fen: expect.anything() }));
	expect(await returnedMoves(odoo(41, 0), [12])).toEqual([]);
	expect(await returnedMoves(odoo(41), [])).toEqual([]);
});

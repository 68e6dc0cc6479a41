import { deliveriesOf, moreFollows } from '../../../../lib/shipments/deliveries';
import { fakeOdoo } from '../odoo/fake-odoo';
import { picking } from './odoo-rows';

const odooWith = (moves: object[], pickings: object[]) =>
	fakeOdoo(({ model }) => (model === 'stock.move' ? moves : pickings));

it('gives each order that shares a transfer its own delivery', async () => {
	const moves = [90, 80, false].map((line, index) => ({
		...{ id: index, picking_id: [1, 'x'], sale_line_id: line && [line, 'x'] },
	}));
	const orderOfLine = new Map([
		[90, 9],
		[80, 8],
	]);
	const deliveries = await deliveriesOf(odooWith(moves, [picking(1)]), [7, 8, 9], orderOfLine);
	// A move without an order line belongs to the order of the transfer.
	expect(deliveries.map(({ id, orderId }) => [id, orderId])).toEqual([
		[1, 9],
		[1, 8],
		[1, 7],
	]);
	const [one, other] = deliveries;
	expect(one && other && moreFollows(one, deliveries)).toBe(false);
});

import { IntegrationError } from '../../../../../lib/core/errors';
import {
	isOverReserved,
	readReservedOrders,
} from '../../../../../lib/orders/sale-order/double-reservations';
import { fakeOdoo } from '../../odoo/fake-odoo';

const quant = (quantity: number, reserved_quantity: number, location = 8) => ({
	id: 1,
	product_id: [3, 'Balm'],
	location_id: [location, 'WH/Stock'],
	lot_id: false,
	quantity,
	reserved_quantity,
});

/** Odoo that shows these stock records first, and those after it has tidied up. */
const odooWith = (first: object[], tidied: object[] | Error = first) => {
	let shown = first;
	return fakeOdoo(({ method }) => {
		if (method !== 'action_view_inventory') return shown;
		if (tidied instanceof Error) throw tidied;
		shown = tidied;
		return {};
	});
};
const methodsOf = (odoo: ReturnType<typeof fakeOdoo>) => odoo.calls.map(({ method }) => method);

describe('isOverReserved', () => {
	it('is content with what lies there, and asks once', async () => {
		const odoo = odooWith([quant(2, 2), quant(5, 0, 9)]);
		expect(await isOverReserved(odoo, [3])).toBe(false);
		expect(methodsOf(odoo)).toEqual(['search_read']);
	});

	it('sees units that are reserved for two orders', async () => {
		expect(await isOverReserved(odooWith([quant(2, 2), quant(0, 1)]), [3])).toBe(true);
	});

	it('does not count units in another location', async () => {
		expect(await isOverReserved(odooWith([quant(2, 3), quant(5, 0, 9)]), [3])).toBe(true);
	});

	it('has a reservation without a move put right before it is believed', async () => {
		const odoo = odooWith([quant(2, 0), quant(0, 3)], [quant(2, 0)]);
		expect(await isOverReserved(odoo, [3])).toBe(false);
		expect(methodsOf(odoo)).toEqual(['search_read', 'action_view_inventory', 'search_read']);
	});

	it('has one put right that was booked beside its stock, though nothing is over-reserved', async () => {
		const odoo = odooWith([quant(2, 0), quant(0, 1)]);
		expect(await isOverReserved(odoo, [3])).toBe(false);
		expect(methodsOf(odoo)).toContain('action_view_inventory');
	});

	it('believes what it sees where the user may not have it put right', async () => {
		const refused = new IntegrationError({
			code: 'ODOO_ACCESS',
			message: 'Not allowed.',
			likelyCause: 'Rights.',
			nextStep: 'None.',
		});
		expect(await isOverReserved(odooWith([quant(2, 3)], refused), [3])).toBe(true);
	});

	it('asks nothing when there are no products', async () => {
		const odoo = odooWith([]);
		expect(await isOverReserved(odoo, [])).toBe(false);
		expect(odoo.calls).toEqual([]);
	});
});

/** Order 1 with two units, just confirmed in an Odoo where these quants are shown in turn. */
async function readReserved(quants: object[][], free = 0) {
	const pauses: number[] = [];
	const odoo = fakeOdoo(
		({ model, method }) => {
			if (method === 'web_search_read') {
				const product_id = { id: 3, free_qty: free };
				const lines = [
					{ id: 4, product_id, product_uom_qty: 2, qty_delivered_method: 'stock_move' },
				];
				return { records: [{ id: 1, state: 'sale', order_line: lines }] };
			}
			if (model === 'stock.picking' && method === 'search_read') return [{ id: 7 }];
			return method === 'search_read' ? (quants.shift() ?? []) : true;
		},
		['sale_line_id'],
	);
	const context = {
		now: () => 0,
		random: () => 1,
		sleep: async (ms: number) => void pauses.push(ms),
	};
	await readReservedOrders(odoo, [1], [1], context);
	return { pauses, methods: methodsOf(odoo).filter((method) => method !== 'search_read') };
}

const TWICE = [quant(2, 3)];

describe('readReservedOrders', () => {
	it('reads once where stock is plenty or nothing is reserved twice', async () => {
		expect((await readReserved([TWICE], 50)).methods).toEqual(['web_search_read']);
		expect((await readReserved([[quant(2, 2)]])).methods).toEqual(['web_search_read']);
	});

	it('releases and reserves again what was reserved twice, and reads again', async () => {
		const { methods, pauses } = await readReserved([TWICE, TWICE, [quant(2, 2)]]);
		expect(methods).toEqual([
			'web_search_read',
			'action_view_inventory',
			'do_unreserve',
			'action_view_inventory',
			'action_assign',
			'web_search_read',
		]);
		expect(pauses).toEqual([300]);
	});

	it('keeps the order without stock after five attempts', async () => {
		const { methods, pauses } = await readReserved(Array.from({ length: 10 }, () => TWICE));
		expect(methods.filter((method) => method === 'do_unreserve')).toHaveLength(5);
		expect(methods.filter((method) => method === 'action_assign')).toHaveLength(4);
		expect(pauses).toEqual([300, 600, 900, 1200]);
	});
});

import { readReservedOrders } from '../../../../../lib/orders/sale-order/double-reservations';
import { fakeOdoo } from '../../odoo/fake-odoo';

const quant = (quantity: number, reserved_quantity: number, location = 8) => ({
	id: 1,
	product_id: [3, 'Balm'],
	location_id: [location, 'WH/Stock'],
	lot_id: false,
	quantity,
	reserved_quantity,
});

/** Order 1 with two units, just confirmed in an Odoo where these quants are shown in turn. */
async function readReserved(quants: object[][], { free = 0, warehouses = 1, moved = 3 } = {}) {
	const pauses: number[] = [];
	const odoo = fakeOdoo(
		({ model, method, params }) => {
			if (method === 'web_search_read') {
				const product_id = { id: 3, free_qty: free };
				const move_ids = [{ id: 5, product_id: [moved, 'x'], state: 'assigned' }];
				const lines = [
					{ id: 4, product_id, product_uom_qty: 2, qty_delivered_method: 'stock_move', move_ids },
				];
				return { records: [{ id: 1, state: 'sale', order_line: lines }] };
			}
			if (model === 'stock.warehouse') return Array.from({ length: warehouses }, () => ({ id: 1 }));
			if (model === 'stock.quant' && !isAbout(params, moved)) return [];
			if (model === 'stock.picking' && method === 'search_read') return [{ id: 7 }];
			return method === 'search_read' ? (quants.shift() ?? []) : true;
		},
		['sale_line_id'],
	);
	const context = {
		now: () => 0,
		monotonic: () => 0,
		random: () => 1,
		sleep: async (ms: number) => void pauses.push(ms),
	};
	await readReservedOrders(odoo, [1], [1], context);
	return {
		pauses,
		methods: odoo.calls.map(({ method }) => method).filter((method) => method !== 'search_read'),
	};
}

const isAbout = (params: Record<string, unknown> | undefined, product: number): boolean =>
	JSON.stringify(params?.domain ?? `[${product}]`).includes(`[${product}]`);

const TWICE = [quant(2, 3)];

describe('readReservedOrders', () => {
	it('reads once where stock is plenty or nothing is reserved twice', async () => {
		expect((await readReserved([TWICE], { free: 50 })).methods).toEqual(['web_search_read']);
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

	it('looks at the components that really move, not at the kit', async () => {
		const { methods } = await readReserved([TWICE, TWICE, [quant(2, 2)]], { moved: 8 });
		expect(methods).toContain('do_unreserve');
	});

	it('does not count units in other warehouses as plenty', async () => {
		const { methods } = await readReserved([TWICE, TWICE, [quant(2, 2)]], {
			free: 50,
			warehouses: 2,
		});
		expect(methods).toContain('do_unreserve');
	});

	it('keeps the order without stock after five attempts', async () => {
		const { methods, pauses } = await readReserved(Array.from({ length: 10 }, () => TWICE));
		expect(methods.filter((method) => method === 'do_unreserve')).toHaveLength(5);
		expect(methods.filter((method) => method === 'action_assign')).toHaveLength(4);
		expect(pauses).toEqual([300, 600, 900, 1200]);
	});
});

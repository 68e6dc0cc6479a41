import { createReturn } from '../../../../../lib/orders/after-sales/create-return';
import { fakeOdoo } from '../../odoo/fake-odoo';

const PAYMENT = { mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42' };

/** An order with a delivery of three units, some of which are on a return. */
async function returnWith({
	fields = ['sale_line_id', 'location_id'],
	back = 0,
	dryRun = false,
} = {}) {
	const odoo = fakeOdoo(({ model, method, params }) => {
		if (method === 'check_object_reference') return ['sale.order', 1];
		if (method === 'web_search_read')
			return { records: [{ id: 1, name: 'S1', state: 'sale', order_line: [] }] };
		if (method === 'create') return [30];
		if (method.includes('create_returns')) return { res_id: 31 };
		if (model === 'stock.picking') return [{ id: 31, name: 'WH/IN/1', location_id: [8, 'Stock'] }];
		const returned = JSON.stringify(params?.domain).includes('origin_returned');
		if (returned) return back ? [{ origin_returned_move_id: [5, 'x'], product_uom_qty: back }] : [];
		return [
			{ id: 5, picking_id: [31, 'x'], product_id: [41, 'Tee'], quantity: 3, quantity_done: 3 },
		];
	}, fields);
	const returned = await createReturn(odoo, PAYMENT, dryRun);
	const wizard = odoo.calls.filter(({ model }) => model === 'stock.return.picking');
	return { returned, wizard };
}

it('returns what is on no other return, with the wizard of Odoo up to 17', async () => {
	const { returned, wizard } = await returnWith({ back: 1 });
	expect(returned).toEqual({
		status: 'return_created',
		sale_order_id: 1,
		name: 'S1',
		returns: [{ picking_id: 31, name: 'WH/IN/1', units: 2 }],
	});
	expect(wizard.map(({ method }) => method)).toEqual(['create', 'create_returns']);
	expect(wizard[0]?.params).toMatchObject({
		vals_list: [{ location_id: 8, product_return_moves: [[0, 0, { move_id: 5, quantity: 2 }]] }],
	});
});

it('uses the wizard of Odoo 18 and later, which sets the location itself', async () => {
	const { wizard } = await returnWith({ fields: ['sale_line_id'] });
	expect(wizard.map(({ method }) => method)).toEqual(['create', 'action_create_returns']);
	expect(JSON.stringify(wizard[0]?.params)).not.toContain('location_id');
});

it('creates no second return', async () => {
	const { returned, wizard } = await returnWith({ back: 3 });
	expect(returned).toMatchObject({ status: 'nothing_to_return', returns: [] });
	expect(wizard).toEqual([]);
});

it('creates nothing in a preview', async () => {
	const { returned, wizard } = await returnWith({ dryRun: true });
	expect(returned).toMatchObject({ dry_run: true, returns: [{ units: 3 }] });
	expect(wizard).toEqual([]);
});

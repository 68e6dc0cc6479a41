import { cancelOrder } from '../../../../../lib/orders/after-sales/cancel-order';
import { fakeOdoo } from '../../odoo/fake-odoo';

const PAYMENT = { mchid: '1900000001', out_trade_no: 'SHOP1', transaction_id: '42' };

async function cancel({ state = 'sale', moved = 'assigned', usage = 'customer', dryRun = false }) {
	const odoo = fakeOdoo(
		({ method }) => {
			if (method === 'check_object_reference') return ['sale.order', 1];
			if (method === 'load') return { ids: [3], messages: [] };
			const location_dest_id = { id: 9, usage };
			const move_ids = [{ id: 5, state: moved, product_uom_qty: 1, location_dest_id }];
			const order_line = [{ id: 4, product_id: { id: 41 }, move_ids }];
			return { records: [{ id: 1, name: 'S1', state, order_line }] };
		},
		['sale_line_id'],
	);
	const cancelled = await cancelOrder(odoo, PAYMENT, 'Out of stock', dryRun);
	const methods = odoo.calls.map(({ method }) => method).filter((name) => !/read|ref/.test(name));
	return { cancelled, methods };
}

it('cancels an order after saying why in its chatter', async () => {
	const { cancelled, methods } = await cancel({});
	expect(cancelled).toMatchObject({ status: 'cancelled', state: 'cancel', adopted: false });
	expect(methods).toEqual(['load', 'action_cancel']);
});

it('only notes that a cancelled order is to stay cancelled', async () => {
	const { cancelled, methods } = await cancel({ state: 'cancel' });
	expect(cancelled).toMatchObject({ state: 'cancel', adopted: true });
	expect(methods).toEqual(['load']);
});

it('changes nothing in a preview', async () => {
	const { cancelled, methods } = await cancel({ dryRun: true });
	expect(cancelled).toMatchObject({ state: 'sale', dry_run: true });
	expect(methods).toEqual([]);
});

it('cancels an order that was only picked, and asks a person to put the goods back', async () => {
	const { methods } = await cancel({ moved: 'done', usage: 'internal' });
	expect(methods).toEqual(['load', 'action_cancel', 'load']);
});

it('does not cancel an order of which goods have left', async () => {
	await expect(cancel({ moved: 'done' })).rejects.toMatchObject({ code: 'ODOO_ORDER_DELIVERED' });
});

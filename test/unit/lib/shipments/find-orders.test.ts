import {
	ordersOfDeliveries,
	ordersOfPayments,
	ordersShipped,
} from '../../../../lib/shipments/find-orders';
import { fakeOdoo } from '../odoo/fake-odoo';

const domainOf = (odoo: ReturnType<typeof fakeOdoo>) => odoo.calls[0]?.params?.domain;

it('finds the recorded orders of payments, each payment once', async () => {
	const odoo = fakeOdoo(() => [{ id: 7 }]);
	expect(await ordersOfPayments(odoo, ['42', '42'])).toEqual([7]);
	expect(domainOf(odoo)).toEqual([
		['client_order_ref', 'in', ['42']],
		'|',
		['origin', '=like', 'WeChat Pay %'],
		['origin', '=like', 'WeChat Shop %'],
	]);
});

it('finds orders that were shipped since a time', async () => {
	const odoo = fakeOdoo(({ model }) => [{ id: model === 'sale.order' ? 7 : 1 }]);
	expect(await ordersShipped(odoo, Date.UTC(2026, 10, 24, 8))).toEqual([7]);
	expect(domainOf(odoo)).toContainEqual(['date_done', '>=', '2026-11-24 08:00:00']);
	expect(domainOf(odoo)).toContainEqual(['location_dest_id.usage', '=', 'customer']);
});

it('finds all orders of shared deliveries', async () => {
	const odoo = fakeOdoo(() => [{ id: 7 }, { id: 8 }]);
	expect(await ordersOfDeliveries(odoo, [1, 2])).toEqual([7, 8]);
	expect(domainOf(odoo)).toContainEqual(['order_line.move_ids.picking_id', 'in', [1, 2]]);
	expect(await ordersOfDeliveries(odoo, [])).toEqual([]);
});

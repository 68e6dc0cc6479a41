import type { ChangeSource } from '../changes/changed-since';
import type { Watch } from '../changes/watch';
import { TO_BUYER } from './deliveries';
import { ordersOfDeliveries } from './find-orders';
import { recordedOrders } from '../orders/sale-order/orders-by-transaction';
import { readShipments } from './read-shipments';

/** What tells that something about the deliveries of recorded orders has changed. */
export const SHIPMENT_SOURCES: ChangeSource[] = [
	{
		model: 'stock.picking',
		domain: [...TO_BUYER, ...recordedOrders('sale_id.'), ['state', 'in', ['done', 'cancel']]],
		of: 'id',
	},
];

/**
 * Finished deliveries, again whenever something about them changes: a tracking number is entered, or
 * what was to follow is cancelled and they become their order's last.
 */
export const shipmentWatch = (lang: string): Watch => ({
	sources: SHIPMENT_SOURCES,
	async read(odoo, ids) {
		const orders = await ordersOfDeliveries(odoo, ids);
		const shipments = await readShipments(odoo, orders, lang);
		return shipments.map((json) => ({ id: json.shipment.picking_id, json }));
	},
});

import type { ChangeSource } from '../changes/changed-since';
import type { Watch } from '../changes/watch';
import { TO_BUYER } from './deliveries';
import { ordersOfDeliveries } from './find-orders';
import { recordedOrders } from '../orders/model/order-keys';
import { readShipments } from './read-shipments';

/** Changes of the deliveries of recorded orders. */
export const SHIPMENT_SOURCES: ChangeSource[] = [
	{
		model: 'stock.picking',
		domain: [...TO_BUYER, ...recordedOrders('sale_id.'), ['state', 'in', ['done', 'cancel']]],
		of: 'id',
	},
];

/**
 * Finished deliveries. They are emitted again when they change: a tracking number is entered, or a later
 * delivery is cancelled, which makes them the last one of their order.
 */
export const shipmentWatch = (lang: string): Watch => ({
	sources: SHIPMENT_SOURCES,
	async read(odoo, ids) {
		const orders = await ordersOfDeliveries(odoo, ids);
		const shipments = await readShipments(odoo, orders, lang);
		return shipments.map((json) => ({ id: json.shipment.picking_id, json }));
	},
});

import type { ChangeSource } from '../changes/changed-since';
import type { Watch } from '../changes/watch';
import { FINISHED_DELIVERIES, ordersOfDeliveries } from './find-orders';
import { recordedOrders } from '../orders/model/order-keys';
import { readShipments } from './read-shipments';

/** Changes of the deliveries of recorded orders, and cancelled steps of them. */
export const SHIPMENT_SOURCES: ChangeSource[] = [
	{ model: 'stock.picking', domain: FINISHED_DELIVERIES, of: 'id' },
	{
		model: 'stock.move',
		domain: [...recordedOrders('sale_line_id.order_id.'), ['state', '=', 'cancel']],
		of: 'picking_id',
	},
];

/**
 * Finished deliveries. They are emitted again when they change: a tracking number is entered, or a later
 * delivery is cancelled, which makes them the last one of their order. Orders that share a transfer each get
 * a state of it.
 */
export const shipmentWatch = (lang: string): Watch => ({
	sources: SHIPMENT_SOURCES,
	async read(odoo, ids) {
		const orders = await ordersOfDeliveries(odoo, ids);
		const shipments = await readShipments(odoo, orders, lang);
		return shipments.map((json) => {
			const { picking_id: id, sale_order_id: part } = json.shipment;
			return { id, part, json };
		});
	},
});

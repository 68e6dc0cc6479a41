import { isBefore } from '../../../tools/services/odoo-versions';
import type { Shop } from './shop';

interface Row {
	id: number;
	[field: string]: unknown;
}

type Place = Pick<Shop, 'admin' | 'server'>;

/** Deliveries of a sale order to its buyer that are neither finished nor cancelled. */
export async function openDeliveries({ admin }: Place, orderId: number): Promise<number[]> {
	const domain = [
		['sale_id', '=', orderId],
		['location_dest_id.usage', '=', 'customer'],
		['state', 'not in', ['done', 'cancel']],
	];
	return await admin.call<number[]>('stock.picking', 'search', [domain], { order: 'id' });
}

/**
 * Finishes the open delivery of an order as the warehouse does; with fewer pieces of each line than are
 * ordered, the rest becomes a back-order.
 *
 * @returns the finished delivery
 */
export async function deliver(
	place: Place,
	orderId: number,
	values: { carrier_id?: number; carrier_tracking_ref?: string } = {},
	pieces?: number,
): Promise<number> {
	const [picking] = await openDeliveries(place, orderId);
	if (picking === undefined) throw new Error(`Order ${orderId} has nothing to deliver`);
	if (Object.keys(values).length > 0)
		await place.admin.call('stock.picking', 'write', [[picking], values]);
	await finish(place, picking, pieces);
	return picking;
}

/** Finishes a transfer, with fewer units of each move than are asked for if told so. */
export async function finish(
	{ admin, server }: Place,
	picking: number,
	pieces?: number,
): Promise<void> {
	const old = isBefore(server.version, '17');
	const moves = await admin.call<Row[]>('stock.move', 'search_read', [
		[
			['picking_id', '=', picking],
			// Odoo 14 splits off what has not come from the step before.
			['state', 'not in', ['waiting', 'cancel']],
		],
		['product_uom_qty'],
	]);
	for (const { id, product_uom_qty: demand } of moves) {
		const quantity = pieces ?? demand;
		const done = old ? { quantity_done: quantity } : { quantity, picked: true };
		await admin.call('stock.move', 'write', [[id], done]);
	}
	const context = { skip_backorder: true, skip_sms: true };
	await admin.call('stock.picking', 'button_validate', [[picking]], { context });
}

/** Moves the last move of the open delivery of an order to a separate delivery. */
export async function splitDelivery(place: Place, orderId: number): Promise<void> {
	const { admin, server } = place;
	const [picking] = await openDeliveries(place, orderId);
	const moves = await admin.call<number[]>('stock.move', 'search', [
		[['picking_id', '=', picking]],
	]);
	const without = { [isBefore(server.version, '17') ? 'move_lines' : 'move_ids']: [] };
	const made = await admin.call<number | number[]>('stock.picking', 'copy', [picking, without]);
	const [other] = [made].flat();
	const last = moves.at(-1);
	await admin.call('stock.move', 'write', [[last], { picking_id: other }]);
	const lines = await admin.call<number[]>('stock.move.line', 'search', [[['move_id', '=', last]]]);
	await admin.call('stock.move.line', 'write', [lines, { picking_id: other }]);
}

/** A delivery method. @param code becomes the Internal Reference of its product */
export async function carrier({ admin }: Place, name: string, code?: string): Promise<number> {
	const product = await admin.call<number>('product.product', 'create', [
		{ name, type: 'service', sale_ok: false, ...(code && { default_code: code }) },
	]);
	const values = { name, product_id: product, delivery_type: 'fixed' };
	return await admin.call<number>('delivery.carrier', 'create', [values]);
}

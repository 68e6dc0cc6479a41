import type { OdooClient } from '../odoo/client';
import { fromOdooTime, searchRead, type Domain, toOdooTime } from '../odoo/records';

/**
 * When the newest refund of an order was noted in its chatter, by database id of the order. Anybody can write such a
 * note: it only makes WeChat Pay be asked, which knows the refunds.
 *
 * @param since and results in milliseconds since 1970
 */
export async function refundedOrders(
	odoo: OdooClient,
	since: number,
): Promise<Map<number, number>> {
	const noted: Domain = [
		['model', '=', 'sale.order'],
		['body', 'ilike', 'WeChat Pay refund '],
		['create_date', '>=', toOdooTime(since)],
	];
	const notes = await searchRead(odoo, 'mail.message', noted, ['res_id', 'create_date']);
	const newest = new Map<number, number>();
	for (const { res_id, create_date } of notes) {
		const order = Number(res_id);
		newest.set(order, Math.max(newest.get(order) ?? 0, fromOdooTime(create_date)));
	}
	return newest;
}

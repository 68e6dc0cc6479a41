import { createHash } from 'node:crypto';

import { groupBy } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { externalIdsOf } from '../../odoo/external-ids';
import { searchRead } from '../../odoo/records';
import { reviewId } from '../sale-order/chatter';
import type { OrderSource } from './check-order';

/**
 * Key of the activity on an order whose goods must wait although they are paid. Another reason is another
 * activity: Odoo keeps the external id of one that a person has done.
 *
 * @param key of the payment
 */
export const waitKey = (key: string, reason: string): string =>
	`${key}_wait_${createHash('sha256').update(reason).digest('hex').slice(0, 8)}`;

/**
 * Of orders with an activity whose goods may be shipped now, those that had to wait before.
 *
 * @returns the open activities that said so, by payment key
 */
export async function endedWaits(
	odoo: OdooClient,
	orders: Array<{ key: string; id: number }>,
): Promise<Map<string, NonNullable<OrderSource['waited']>>> {
	if (orders.length === 0) return new Map();
	const open = await searchRead(
		odoo,
		'mail.activity',
		[
			['res_model', '=', 'sale.order'],
			['res_id', 'in', orders.map(({ id }) => id)],
		],
		['res_id'],
	);
	const named = await externalIdsOf(
		odoo,
		'mail.activity',
		open.map(({ id }) => id),
	);
	const byOrder = groupBy(open, ({ res_id: id }) => Number(id));
	return new Map(
		orders.flatMap(({ key, id }) => {
			const own = byOrder.get(id) ?? [];
			const prefix = reviewId(`${key}_wait_`);
			const waits = own.filter((row) => named.get(row.id)?.some((one) => one.startsWith(prefix)));
			const activityIds = waits.map((row) => row.id);
			if (waits.length === 0) return [];
			return [[key, { activityIds, only: own.length === waits.length }] as const];
		}),
	);
}

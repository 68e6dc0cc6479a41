import type { OdooClient } from '../../odoo/client';
import { findByExternalIds } from '../../odoo/external-ids';
import { searchRead } from '../../odoo/records';
import { reviewId } from '../sale-order/chatter';
import type { OrderSource } from './check-order';

/** Key of the activity on an order whose goods must wait although they are paid, by payment key. */
export const waitKey = (key: string): string => `${key}_wait`;

/**
 * Of orders with an activity whose goods may be shipped now, those that had to wait before.
 *
 * @returns the open activity that said so, by payment key
 */
export async function endedWaits(
	odoo: OdooClient,
	orders: Array<{ key: string; id: number }>,
): Promise<Map<string, NonNullable<OrderSource['waited']>>> {
	if (orders.length === 0) return new Map();
	const ids = orders.map(({ key }) => reviewId(waitKey(key)));
	const known = await findByExternalIds(odoo, ids);
	if (known.size === 0) return new Map();
	const open = await searchRead(
		odoo,
		'mail.activity',
		[
			['res_model', '=', 'sale.order'],
			['res_id', 'in', orders.map(({ id }) => id)],
		],
		['res_id'],
	);
	return new Map(
		orders.flatMap(({ key, id }) => {
			const activityId = known.get(reviewId(waitKey(key)))?.id;
			const own = open.filter((row) => Number(row.res_id) === id);
			if (activityId === undefined || !own.some((row) => row.id === activityId)) return [];
			return [[key, { activityId, only: own.length === 1 }] as const];
		}),
	);
}

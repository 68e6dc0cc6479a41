import type { OdooClient } from '../../odoo/client';
import { searchRead, textOf } from '../../odoo/records';
import { cancelHolds } from './cancel-holds';
import { ANY_HOLD, holdExpiry } from './hold-reference';

/** A hold whose time is over. */
export interface ExpiredHold {
	sale_order_id: number;
	name: string;
	/** ISO 8601. */
	expired_at: string;
	/** False for one whose payment came first, and in a dry run. */
	released: boolean;
}

/**
 * Cancels the orders of all holds that have expired unpaid, which frees their stock. A paid one is
 * never touched, even when its payment arrives at the same moment.
 *
 * @param now milliseconds since 1970
 * @param dryRun true to only tell which ones would go
 */
export async function releaseExpiredHolds(
	odoo: OdooClient,
	now: number,
	dryRun: boolean,
): Promise<ExpiredHold[]> {
	const rows = await searchRead(
		odoo,
		'sale.order',
		[
			['client_order_ref', '=like', ANY_HOLD],
			['state', 'in', ['draft', 'sent', 'sale']],
		],
		['name', 'client_order_ref'],
		{ order: 'id' },
	);
	const expired = rows.flatMap(({ id, name, client_order_ref: reference }) => {
		const expires = holdExpiry(textOf(reference));
		return expires !== undefined && expires <= now ? [{ id, name: textOf(name), expires }] : [];
	});
	const ids = expired.map(({ id }) => id);
	const released = dryRun ? new Set<number>() : await cancelHolds(odoo, ids);
	return expired.map(({ id, name, expires }) => ({
		sale_order_id: id,
		name,
		expired_at: new Date(expires).toISOString(),
		released: released.has(id),
	}));
}

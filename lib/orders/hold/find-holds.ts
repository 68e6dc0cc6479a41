import { IntegrationError } from '../../core/errors';
import { mapWithLimit } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { searchRead, textOf } from '../../odoo/records';
import { asHold, orderOrigin } from '../model/order-keys';
import type { PaidOrder } from '../model/paid-order';
import { holdRefused } from './hold-refused';
import type { HoldRequest } from './hold';
import { readLatestHold } from './holds';
import { releaseHolds } from './release-holds';

/** An order under the name of its hold. */
export interface NamedHold {
	order: PaidOrder;
	expires: number;
	/** Its sale order, where there is one. */
	id?: number;
}

/** Look-ups at once. */
const AT_ONCE = 4;

/**
 * The holds to continue with, and those to create. Expired holds, and those that were cancelled unpaid, are
 * released, and another one follows. Only orders whose number Odoo has seen are looked up one by one.
 *
 * @param now milliseconds since 1970
 * @returns for each request; an error for an order that was paid already
 */
export async function findHolds(
	odoo: OdooClient,
	requests: readonly HoldRequest[],
	now: number,
): Promise<Array<NamedHold | IntegrationError>> {
	const origins = requests.map(({ order }) => orderOrigin(order));
	const seen = await searchRead(odoo, 'sale.order', [['origin', 'in', origins]], ['origin'], {
		archived: true,
	});
	const known = new Set(seen.map(({ origin }) => textOf(origin)));
	const latest = await mapWithLimit(requests, AT_ONCE, async ({ order }) =>
		known.has(orderOrigin(order)) ? await readLatestHold(odoo, order) : undefined,
	);
	const isOpen = (hold: (typeof latest)[number]) =>
		hold !== undefined && !hold.cancelled && hold.expires > now;
	const over = latest.flatMap((hold) => (hold && !isOpen(hold) ? [hold.id] : []));
	const released = await releaseHolds(odoo, over);
	return requests.map(({ order, expires }, index) => {
		const hold = latest[index];
		const attempt = hold?.attempt ?? 0;
		if (hold && isOpen(hold)) return { order: asHold(order, attempt), expires, id: hold.id };
		// A concurrent payment may have closed it first.
		if (hold && !released.has(hold.id))
			return holdRefused('An order with this number was paid already.');
		return { order: asHold(order, attempt + 1), expires };
	});
}

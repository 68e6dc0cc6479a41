import { IntegrationError } from '../../core/errors';
import { mapWithLimit } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { externalIdsOf } from '../../odoo/external-ids';
import { searchRead, textOf, type Domain } from '../../odoo/records';
import { asHold, holdExpiry, orderOrigin } from '../model/order-keys';
import type { PaidOrder } from '../model/paid-order';
import { readOrders } from '../sale-order/read-orders';
import { holdRefused } from './hold-refused';
import type { HoldRequest } from './hold';
import { latestHold, newestHoldAmong, type Hold } from '../record/find-orders';
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

/** A hold as it is in Odoo. */
interface HoldState extends Hold {
	cancelled: boolean;
	/** Milliseconds since 1970. */
	expires: number;
}

/**
 * The newest hold of each order number; undefined where there is none. Only orders whose number Odoo has seen
 * are looked up.
 */
export async function readHolds(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Array<HoldState | undefined>> {
	const domain: Domain = [['origin', 'in', orders.map(orderOrigin)]];
	const seen = await searchRead(odoo, 'sale.order', domain, ['origin'], { archived: true });
	const ids = seen.map(({ id }) => id);
	const names = await externalIdsOf(odoo, 'sale.order', ids);
	const newest = await mapWithLimit(orders, AT_ONCE, async (order) => {
		const rows = seen.filter(({ origin }) => textOf(origin) === orderOrigin(order));
		if (rows.length === 0) return undefined;
		const named = new Map(rows.map(({ id }) => [id, names.get(id) ?? []]));
		return newestHoldAmong(order, named) ?? (await latestHold(odoo, order));
	});
	const holds = newest.flatMap((hold) => hold?.id ?? []);
	const { orders: states } = await readOrders(odoo, holds, false);
	return newest.map((hold) => {
		if (!hold) return undefined;
		const state = states.get(hold.id);
		const expires = holdExpiry(state?.reference ?? '') ?? Infinity;
		return { ...hold, cancelled: state?.state === 'cancel', expires };
	});
}

export const isOpenHold = ({ cancelled, expires }: HoldState, now: number): boolean =>
	!cancelled && expires > now;

/**
 * The holds to continue with, and those to create. Expired holds, and those that were cancelled unpaid, are
 * released, and another one follows.
 *
 * @param now milliseconds since 1970
 * @returns for each request; an error for an order that was paid already
 */
export async function findHolds(
	odoo: OdooClient,
	requests: readonly HoldRequest[],
	now: number,
): Promise<Array<NamedHold | IntegrationError>> {
	const latest = await readHolds(
		odoo,
		requests.map(({ order }) => order),
	);
	const over = latest.flatMap((hold) => (hold && !isOpenHold(hold, now) ? [hold.id] : []));
	const released = await releaseHolds(odoo, over);
	return requests.map(({ order, expires }, index) => {
		const hold = latest[index];
		const attempt = hold?.attempt ?? 0;
		if (hold && isOpenHold(hold, now))
			return { order: asHold(order, attempt), expires, id: hold.id };
		// A concurrent payment may have closed it first.
		if (hold && !released.has(hold.id))
			return holdRefused('An order with this number was paid already.');
		return { order: asHold(order, attempt + 1), expires };
	});
}

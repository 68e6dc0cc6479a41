import type { OdooClient } from '../../odoo/client';
import { externalIdsOf, findId } from '../../odoo/external-ids';
import { searchRead, textOf, type OdooRow } from '../../odoo/records';
import type { PaidHold } from '../hold/holds';
import {
	asHold,
	orderExternalId,
	orderOrigin,
	paymentKey,
	type OfPayment,
} from '../model/order-keys';
import type { PaidOrder } from '../model/paid-order';

/** An order with the reference of a payment. */
export interface FoundOrder {
	id: number;
	/** False for an order that this package did not create: entered by a person, or copied. */
	ours: boolean;
	/** True for an order that was a hold before the payment. */
	held?: boolean;
	/** Names of orders that a person entered for the same payment, beside this one; cancelled ones do not count. */
	others?: string[];
}

/** The sale order of a hold. */
export interface Hold {
	id: number;
	/** From 1: which hold of its order number it is. */
	attempt: number;
}

/** The newest hold of an order number. Another hold is only made after all earlier ones were released. */
export async function latestHold(odoo: OdooClient, order: OfPayment): Promise<Hold | undefined> {
	let latest: Hold | undefined;
	for (let attempt = 1; ; attempt += 1) {
		const id = await findId(odoo, 'sale.order', orderExternalId(asHold(order, attempt)));
		if (id === undefined) return latest;
		latest = { id, attempt };
	}
}

/** The newest hold of an order number among sale orders with these external ids, by database id. */
export function newestHoldAmong(
	order: OfPayment,
	names: ReadonlyMap<number, readonly string[]>,
): Hold | undefined {
	const first = orderExternalId(asHold(order));
	const attemptOf = (name: string): number =>
		name === first
			? 1
			: Number((name.startsWith(first) && /^_(\d+)$/.exec(name.slice(first.length))?.[1]) || 0);
	const holds = [...names].map(([id, own]) => ({
		id,
		attempt: Math.max(0, ...own.map(attemptOf)),
	}));
	const newest = Math.max(0, ...holds.map(({ attempt }) => attempt));
	return holds.find(({ attempt }) => attempt > 0 && attempt === newest);
}

/** Takes the newest holds of payments for their orders. @returns the sale orders that are theirs */
export type TakeHolds = (odoo: OdooClient, holds: PaidHold[]) => Promise<ReadonlySet<number>>;

/** A payment, the orders with one of its references, and those that carry its transaction id. */
interface Hits {
	order: PaidOrder;
	rows: OdooRow[];
	/** The order number of the shop may belong to another order as well; a transaction id may not. */
	named: OdooRow[];
}

/**
 * Finds the orders of all payments in one search, by two references that a person may have changed, and
 * confirms each hit by its external id, which nobody changes by accident.
 */
export async function findOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	takeHolds: TakeHolds,
): Promise<Map<string, FoundOrder>> {
	if (orders.length === 0) return new Map();
	const rows = await searchRead(
		odoo,
		'sale.order',
		[
			'|',
			['client_order_ref', 'in', orders.map(({ payment }) => payment.transaction_id)],
			['origin', 'in', orders.map(orderOrigin)],
		],
		['name', 'state', 'client_order_ref', 'origin'],
		{ archived: true, order: 'id' },
	);
	const names = await externalIdsOf(
		odoo,
		'sale.order',
		rows.map(({ id }) => id),
	);
	const hits = orders.flatMap((order) => hitsOf(order, rows));
	const found = new Map<string, FoundOrder>();
	const holds: Array<PaidHold & { hit: Hits }> = [];
	for (const hit of hits) {
		const { order } = hit;
		const named = new Map(hit.rows.map(({ id }) => [id, names.get(id) ?? []]));
		const [own] = [...named].find(([, ids]) => ids.includes(orderExternalId(order))) ?? [];
		if (own !== undefined) found.set(paymentKey(order), toOwn(hit, own));
		const held = own === undefined ? newestHoldAmong(order, named)?.id : undefined;
		if (held !== undefined) holds.push({ order, id: held, hit });
	}
	const taken = await takeHolds(odoo, holds);
	for (const { hit, id } of holds) {
		if (taken.has(id)) found.set(paymentKey(hit.order), { ...toOwn(hit, id), held: true });
	}
	for (const hit of hits) {
		const key = paymentKey(hit.order);
		const one = found.get(key) ?? (await searchAlone(odoo, hit, takeHolds));
		if (one) found.set(key, one);
	}
	return found;
}

function hitsOf(order: PaidOrder, rows: OdooRow[]): Hits[] {
	const isNamed = ({ client_order_ref: reference }: OdooRow) =>
		textOf(reference) === order.payment.transaction_id;
	const own = rows.filter((row) => isNamed(row) || textOf(row.origin) === orderOrigin(order));
	return own.length > 0 ? [{ order, rows: own, named: own.filter(isNamed) }] : [];
}

function toOwn({ named }: Hits, id: number): FoundOrder {
	const open = named.filter((row) => row.id !== id && row.state !== 'cancel');
	const others = open.map(({ name }) => textOf(name));
	return { id, ours: true, ...(others.length > 0 && { others }) };
}

/** Both references of the payment's own order may have been changed while another order carries them. */
async function searchAlone(
	odoo: OdooClient,
	hit: Hits,
	takeHolds: TakeHolds,
): Promise<FoundOrder | undefined> {
	const { order, named } = hit;
	const own = await findId(odoo, 'sale.order', orderExternalId(order));
	if (own !== undefined) return toOwn(hit, own);
	const hold = await latestHold(odoo, order);
	if (hold && (await takeHolds(odoo, [{ order, id: hold.id }])).has(hold.id))
		return { ...toOwn(hit, hold.id), held: true };
	return named[0] && { id: named[0].id, ours: false };
}

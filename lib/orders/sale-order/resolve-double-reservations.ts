import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { searchRead } from '../../odoo/records';
import type { OrderState } from './order-state';
import type { PaidOrder } from '../model/paid-order';
import { isOverReserved, tidyStockRecords } from './detect-over-reservation';
import { readOrders, type ReadOrders } from './read-orders';

/** With more pieces free than this, nobody can have been given the same one. */
const PLENTY = 20;
const TRIES = 5;
/** Those who collided wait up to this long, so that one comes first. Milliseconds. */
const PAUSE = 300;
/** An order confirmed this long ago was looked after then; a person may have changed it since. */
const FRESH = 15 * 60_000;

/**
 * Reads what stands in Odoo once no piece is promised twice. Only orders that were confirmed just now
 * give way: by this attempt, or by one that broke off before it came to look.
 *
 * @param confirmed the orders that this attempt confirmed
 * @param alsoOf payments whose other orders are to be read, too
 */
export async function readSettled(
	odoo: OdooClient,
	ids: number[],
	confirmed: number[],
	context: CallContext,
	alsoOf: PaidOrder[] = [],
): Promise<ReadOrders> {
	const read = await readOrders(odoo, ids, true, alsoOf);
	const now = context.now();
	const isFresh = ({ id, state, confirmedAt = 0 }: OrderState) =>
		confirmed.includes(id) || (state === 'sale' && Math.abs(now - confirmedAt) < FRESH);
	const own = [...read.orders.values()].filter((order) => ids.includes(order.id) && isFresh(order));
	return (await shareFairly(odoo, own, context)) ? await readOrders(odoo, ids, true, alsoOf) : read;
}

/**
 * Gives pieces up that Odoo has promised to others too, which it does when several workers reserve the
 * last ones at the same moment: the orders let go of what they hold and reserve again, one transaction
 * after the other. Who loses is short then.
 *
 * @returns whether anything was changed, so that reservations have to be read again
 */
async function shareFairly(
	odoo: OdooClient,
	orders: OrderState[],
	{ random, sleep }: CallContext,
): Promise<boolean> {
	const scarce = orders
		.flatMap(({ lines }) => lines)
		.filter(({ moves, free }) => moves && (free === undefined || free <= PLENTY));
	const products = new Set(scarce.map(({ productId }) => productId));
	for (let tries = 1; tries <= TRIES; tries += 1) {
		if (!(await isOverReserved(odoo, [...products]))) return tries > 1;
		const touched = orders.filter(({ lines }) =>
			lines.some((line) => products.has(line.productId)),
		);
		const ids = await openPickings(
			odoo,
			touched.map(({ id }) => id),
		);
		if (ids.length === 0) return tries > 1;
		await odoo.call('stock.picking', 'do_unreserve', { ids });
		await tidyStockRecords(odoo);
		// Whoever collides again and again goes without: short is mended later, sold twice is not.
		if (tries === TRIES) break;
		await sleep(random() * PAUSE * tries);
		await odoo.call('stock.picking', 'action_assign', { ids });
	}
	return true;
}

/** Deliveries of the orders that are neither done nor cancelled. */
export async function openPickings(odoo: OdooClient, orderIds: number[]): Promise<number[]> {
	const open = await searchRead(
		odoo,
		'stock.picking',
		[
			['sale_id', 'in', orderIds],
			['state', 'in', ['confirmed', 'assigned', 'waiting']],
		],
		['state'],
		{ order: 'id' },
	);
	return open.map(({ id }) => id);
}

import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { searchRead } from '../../odoo/records';
import type { Move } from './moves';
import { openTransfers, unreserve } from './order-actions';
import { isJustConfirmed, type LineState, type OrderState } from './order-state';
import { isOverReserved, mergeQuants } from './over-reservation';
import { readOrders, type ReadOrders } from './read-orders';

/** With more free units than this, no unit can have been reserved twice. */
const PLENTY = 20;
const ATTEMPTS = 5;
/** Longest pause in milliseconds, times the number of attempts, so that concurrent attempts do not collide again. */
const PAUSE_MS = 300;

/**
 * Reads orders after resolving double reservations. Only orders that were just confirmed release stock:
 * by this attempt, or by an interrupted one.
 *
 * @param confirmed ids of the orders that this attempt confirmed
 */
export async function readReservedOrders(
	odoo: OdooClient,
	ids: number[],
	confirmed: number[],
	context: CallContext,
): Promise<ReadOrders> {
	const read = await readOrders(odoo, ids, true);
	const now = context.now();
	const own = [...read.orders.values()].filter(
		(order) => confirmed.includes(order.id) || isJustConfirmed(order, now),
	);
	const changed = await resolveDoubleReservations(odoo, own, read.moves, context);
	return changed ? await readOrders(odoo, ids, true) : read;
}

/**
 * Releases units that Odoo has also reserved for others, which happens when several workers reserve the
 * last ones at the same moment. The orders release their stock and reserve it again, one transaction
 * after the other. Orders that get no stock are short.
 *
 * @returns whether reservations have changed
 */
async function resolveDoubleReservations(
	odoo: OdooClient,
	orders: OrderState[],
	moves: Move[],
	{ random, sleep }: CallContext,
): Promise<boolean> {
	const enough = (await hasOneWarehouse(odoo)) ? PLENTY : Infinity;
	const linesOf = (some: OrderState[]) => some.flatMap(({ lines }) => lines);
	const scarce = linesOf(orders).filter(({ free = 0 }) => free <= enough);
	const products = new Set(productsMoved(scarce, moves));
	const affected = orders.filter(({ lines }) =>
		productsMoved(lines, moves).some((product) => products.has(product)),
	);
	for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
		if (!(await isOverReserved(odoo, [...products]))) return attempt > 1;
		const ids = await openTransfers(
			odoo,
			affected.map(({ id }) => id),
		);
		if (ids.length === 0) return attempt > 1;
		await unreserve(odoo, ids);
		await mergeQuants(odoo);
		// After the last attempt these orders stay short: that can be fixed, a unit sold twice cannot.
		if (attempt === ATTEMPTS) break;
		await sleep(random() * PAUSE_MS * attempt);
		await odoo.call('stock.picking', 'action_assign', { ids });
	}
	return true;
}

/** The products that really move for these lines: the components of a kit. */
function productsMoved(lines: LineState[], moves: Move[]): number[] {
	const ids = new Set(lines.map(({ id }) => id));
	return moves.flatMap(({ lineId, productId }) => (ids.has(lineId) ? [productId] : []));
}

/** Units in another warehouse are no reserve: Odoo reports the free units of all warehouses together. */
const hasOneWarehouse = async (odoo: OdooClient): Promise<boolean> =>
	await odoo.remember('has one warehouse', async () => {
		const rows = await searchRead(odoo, 'stock.warehouse', [], ['id'], { limit: 2 });
		return rows.length < 2;
	});

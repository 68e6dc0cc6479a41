import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { holdExpiry } from '../model/order-keys';
import { wantedLines } from '../model/paid-order';
import { checkOrder } from '../record/check-order';
import { readReservedOrders } from '../sale-order/double-reservations';
import type { Move } from '../sale-order/moves';
import { confirmOrders } from '../sale-order/order-actions';
import type { OrderState } from '../sale-order/order-state';
import { readOrders } from '../sale-order/read-orders';
import { toRecordedOrder } from '../sale-order/recorded-order';
import { type HeldOrder, type HoldOptions, type HoldOutcome, type HoldRequest } from './hold';
import { findOrWriteHolds, type WrittenHold } from './find-or-write-holds';
import { holdRefused } from './hold-refused';
import { releaseHolds } from './release-holds';
import { rememberShort } from './stock-limit';
import { waitForTurn } from './wait-for-turn';

/**
 * One attempt: find or create the orders of all holds, confirm those that match their order, and release those
 * that did not get every unit.
 *
 * @returns outcomes by `holdKey`
 */
export async function holdTogether(
	odoo: OdooClient,
	requests: readonly HoldRequest[],
	options: HoldOptions,
	context: CallContext,
): Promise<Map<string, HoldOutcome>> {
	const outcomes = new Map<string, HoldOutcome>();
	const written = await findOrWriteHolds(odoo, requests, options, context, outcomes);
	const ids = written.map(({ id }) => id);
	const { orders: before } = await readOrders(odoo, ids, false);
	const [toConfirm, toRelease]: [number[], number[]] = [[], []];
	for (const { key, order, id, adopted } of written) {
		const state = before.get(id);
		const refuse = (why: string) => outcomes.set(key, { error: holdRefused(why) });
		if (!state) {
			refuse('The user may not see the order of the hold.');
			continue;
		}
		const check = checkOrder(order, state, { ours: true, adopted }, options);
		if (check.outcome === 'confirm') toConfirm.push(id);
		if (check.outcome !== 'review' || state.state === 'cancel') continue;
		toRelease.push(id);
		refuse(check.reason);
	}
	const products = written.flatMap(({ order }) => wantedLines(order, options));
	const productIds = [...new Set(products.map(({ product_id: id }) => id))];
	await waitForTurn(odoo, toConfirm, productIds, context);
	const rejected = await confirmOrders(odoo, toConfirm, options);
	for (const { key, id } of written) {
		const message = rejected.get(id);
		if (message !== undefined) outcomes.set(key, { error: holdRefused(message) });
	}
	const left = written.filter(({ key }) => !outcomes.has(key));
	const leftIds = left.map(({ id }) => id);
	const confirmed = toConfirm.filter((id) => leftIds.includes(id));
	const { orders, moves } = await readReservedOrders(odoo, leftIds, confirmed, context);
	const held = left.map((one) => ({
		...one,
		held: toHeldOrder(one, orders.get(one.id) ?? before.get(one.id), moves),
	}));
	for (const { id, held: one } of held) if (one.status !== 'held') toRelease.push(id);
	// An incomplete hold that was paid meanwhile is not released: it is a paid order that is short.
	const released = await releaseHolds(odoo, toRelease);
	for (const { key, id, held: one } of held) {
		if (one.status === 'not_enough') await rememberShort(odoo, one.lines, context.now());
		outcomes.set(key, { held: released.has(id) ? withoutUnits(one) : one });
	}
	return outcomes;
}

function toHeldOrder(
	{ order, id, adopted }: WrittenHold,
	state: OrderState | undefined,
	moves: Move[],
): HeldOrder {
	if (!state) return { status: 'not_enough', sale_order_id: id, name: '', lines: [] };
	const reservation = { adopted, review: undefined };
	const { name, lines } = toRecordedOrder(order, state, moves, reservation);
	const complete = state.state !== 'cancel' && lines.every(({ missing }) => missing === 0);
	const expires = holdExpiry(state.reference ?? '');
	return {
		status: complete ? 'held' : 'not_enough',
		sale_order_id: id,
		name,
		lines: state.state === 'cancel' ? lines.map(unreserved) : lines,
		...(complete && expires !== undefined && { expires_at: new Date(expires).toISOString() }),
	};
}

const unreserved = (line: HeldOrder['lines'][number]) => ({
	...line,
	reserved: 0,
	missing: line.missing || line.reserved,
});

const withoutUnits = (held: HeldOrder): HeldOrder => ({
	...held,
	lines: held.lines.map(unreserved),
});

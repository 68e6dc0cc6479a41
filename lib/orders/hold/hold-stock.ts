import { withRetry, type CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { asHold } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { checkOrder } from '../record/check-order';
import { readReservedOrders } from '../sale-order/double-reservations';
import { confirmOrders } from '../sale-order/order-actions';
import { readOrders } from '../sale-order/read-orders';
import { toRecordedOrder, type RecordedLine } from '../sale-order/recorded-order';
import { readLatestHold } from './holds';
import { releaseHolds } from './release-holds';
import { holdRefused, writeHold } from './write-hold';

/** A hold, or what was missing for it. */
export interface HeldOrder {
	/** `held`: every unit is reserved; `not_enough`: none is. */
	status: 'held' | 'not_enough';
	sale_order_id: number;
	name: string;
	lines: RecordedLine[];
	/** Preview: nothing was written. */
	dry_run?: true;
}

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/**
 * Reserves stock for an order that is not paid yet: all units or none. The hold is a confirmed sale
 * order, so Odoo itself protects its stock. Repeated for the same `out_trade_no`, it finds the same hold
 * with its first expiry. After a hold that has expired, or was released or cancelled unpaid, it creates a
 * new one.
 *
 * @param order its `transaction_id` is ignored
 * @param expires milliseconds since 1970
 * @throws IntegrationError `ODOO_HOLD_REFUSED` if the order could not become the paid one later
 */
export async function holdStock(
	odoo: OdooClient,
	order: PaidOrder,
	expires: number,
	options: RecordOptions,
	context: CallContext,
): Promise<HeldOrder> {
	return await withRetry(context, POLICY, async () => {
		const { id, attempt } = await openHold(odoo, order, context.now());
		const named = asHold(order, attempt);
		return await holdOnce(odoo, named, id, expires, options, context);
	});
}

/** The hold to continue with, or the number of the one to create. */
async function openHold(
	odoo: OdooClient,
	order: PaidOrder,
	now: number,
): Promise<{ attempt: number; id?: number }> {
	const latest = await readLatestHold(odoo, order);
	if (!latest) return { attempt: 1 };
	const { id, attempt, cancelled, expires } = latest;
	if (!cancelled && expires > now) return { id, attempt };
	// A concurrent payment may have closed it first.
	if ((await releaseHolds(odoo, [id])).has(id)) return { attempt: attempt + 1 };
	throw holdRefused('An order with this number was paid already.');
}

async function holdOnce(
	odoo: OdooClient,
	order: PaidOrder,
	existing: number | undefined,
	expires: number,
	options: RecordOptions,
	context: CallContext,
): Promise<HeldOrder> {
	const id = existing ?? (await writeHold(odoo, order, expires, options));
	const before = (await readOrders(odoo, [id], false)).orders.get(id);
	if (!before) throw holdRefused('The user may not see the order of the hold.');
	const source = { ours: true, adopted: existing !== undefined };
	const check = checkOrder(order, before, source, options);
	const toConfirm = check.outcome === 'confirm' ? [id] : [];
	if (toConfirm.length > 0) {
		const message = (await confirmOrders(odoo, toConfirm)).get(id);
		if (message !== undefined) throw holdRefused(message);
	} else if (check.outcome === 'review' && before.state !== 'cancel') {
		await releaseHolds(odoo, [id]);
		throw holdRefused(check.reason);
	}
	const { orders, moves } = await readReservedOrders(odoo, [id], toConfirm, context);
	const state = orders.get(id) ?? before;
	const reservation = { adopted: source.adopted, review: undefined };
	const { name, lines } = toRecordedOrder(order, state, moves, reservation);
	const complete = state.state !== 'cancel' && lines.every(({ missing }) => missing === 0);
	// An incomplete hold is released, unless it was paid meanwhile: then it is a paid order that is short.
	const gone = !complete && (state.state === 'cancel' || (await releaseHolds(odoo, [id])).has(id));
	return {
		status: complete ? 'held' : 'not_enough',
		sale_order_id: id,
		name,
		lines: gone
			? lines.map((line) => ({ ...line, reserved: 0, missing: line.missing || line.reserved }))
			: lines,
	};
}

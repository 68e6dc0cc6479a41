import { withRetry, type CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { sawHolds } from '../record/skip-lookup';
import { confirmOrders } from '../sale-order/confirm-orders';
import { readSettled } from '../sale-order/resolve-double-reservations';
import { judge } from '../record/check-order';
import { paymentKey, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { readOrders } from '../sale-order/read-orders';
import { recordedOrder } from '../record/to-recorded-order';
import type { RecordedLine } from '../model/recorded-order';
import { cancelHolds } from './cancel-holds';
import { holdRefused } from './hold-refused';
import { asHold, holdExpiry } from './hold-reference';
import { latestHold } from './latest-hold';
import { writeHold } from './write-hold';

/** A hold that stands, or what was missing for it. */
export interface HeldOrder {
	/** `held`: every piece is held back; `not_enough`: none is. */
	status: 'held' | 'not_enough';
	sale_order_id: number;
	name: string;
	lines: RecordedLine[];
	/** Only told, nothing written. */
	dry_run?: true;
}

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/**
 * Holds stock back for an order that is not paid yet: all of its pieces or none. The hold is a
 * confirmed sale order, so Odoo itself keeps others from its stock. Repeating it for the same
 * `out_trade_no` finds it again with its first expiry; one that has expired, or was released or
 * cancelled unpaid, is followed by a new one.
 *
 * @param order its `transaction_id` is not looked at
 * @param expires milliseconds since 1970
 * @throws IntegrationError `ODOO_HOLD_REFUSED` when the order could not become the paid one later
 */
export async function holdStock(
	odoo: OdooClient,
	order: PaidOrder,
	expires: number,
	options: RecordOptions,
	context: CallContext,
): Promise<HeldOrder> {
	await sawHolds(odoo);
	return await withRetry(context, POLICY, async () => {
		const standing = await standingHold(odoo, order, context.now());
		const named = asHold(order, standing.turn);
		return await holdOnce(odoo, named, standing.id, expires, options, context);
	});
}

/** The hold to go on with, or the turn of the one to be made. */
async function standingHold(
	odoo: OdooClient,
	order: PaidOrder,
	now: number,
): Promise<{ turn: number; id?: number }> {
	const latest = await latestHold(odoo, order);
	if (!latest) return { turn: 1 };
	const { id, turn } = latest;
	const held = (await readOrders(odoo, [id], false)).orders.get(id);
	const over = held?.state === 'cancel' || (holdExpiry(held?.reference ?? '') ?? Infinity) <= now;
	if (!over) return { id, turn };
	// Only one of release and payment comes first, whoever else may be at it now.
	if ((await cancelHolds(odoo, [id])).has(id)) return { turn: turn + 1 };
	throw holdRefused('An order with this number was paid already.');
}

async function holdOnce(
	odoo: OdooClient,
	order: PaidOrder,
	standing: number | undefined,
	expires: number,
	options: RecordOptions,
	context: CallContext,
): Promise<HeldOrder> {
	const id = standing ?? (await writeHold(odoo, order, expires, options));
	const before = (await readOrders(odoo, [id], false)).orders.get(id);
	if (!before) throw holdRefused('The user may not see the order of the hold.');
	const origin = { ours: true, adopted: standing !== undefined };
	const judgement = judge(order, before, origin, options);
	const toConfirm = judgement.verdict === 'confirm' ? [id] : [];
	if (toConfirm.length > 0) {
		const words = (await confirmOrders(odoo, toConfirm)).get(id);
		if (words !== undefined) throw holdRefused(words);
	} else if (judgement.verdict === 'review' && before.state !== 'cancel') {
		await cancelHolds(odoo, [id]);
		throw holdRefused(judgement.reason);
	}
	const { orders, moves } = await readSettled(odoo, [id], toConfirm, context);
	const state = orders.get(id) ?? before;
	const key = paymentKey(order);
	const seen = { order, key, origin, state, judgement: { verdict: 'confirmed' as const } };
	const { name, lines } = recordedOrder(seen, moves);
	const complete = state.state !== 'cancel' && lines.every(({ missing }) => missing === 0);
	// Of a short hold nothing stays, unless it has been paid: then Record Paid Order looks after it.
	const gone = !complete && (state.state === 'cancel' || (await cancelHolds(odoo, [id])).has(id));
	return {
		status: complete ? 'held' : 'not_enough',
		sale_order_id: id,
		name,
		lines: gone
			? lines.map((line) => ({ ...line, reserved: 0, missing: line.missing || line.reserved }))
			: lines,
	};
}

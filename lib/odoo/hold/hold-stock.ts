import { withRetry, type Environment } from '../../retry';
import { findByExternalId } from '../external-ids';
import type { OdooClient } from '../client';
import { confirmOrders } from '../paid-order/confirm-orders';
import { readSettled } from '../paid-order/fair-shares';
import { judge } from '../paid-order/judge';
import {
	orderExternalId,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
} from '../paid-order/paid-order';
import { readOrders } from '../paid-order/read-orders';
import { recordedOrder } from '../paid-order/report-order';
import type { RecordedLine } from '../recorded-order';
import { cancelHolds } from './cancel-holds';
import { holdRefused } from './hold-refused';
import { asHold } from './hold-reference';
import { writeHold } from './write-hold';

/** A hold that stands, or what was missing for it. */
export interface HeldOrder {
	/** `held`: every piece is held back; `not_enough`: none is. */
	status: 'held' | 'not_enough';
	sale_order_id: number;
	name: string;
	lines: RecordedLine[];
}

const POLICY = { baseMs: 250, maxMs: 4_000, budgetMs: 30_000 };

/**
 * Holds stock back for an order that is not paid yet: all of its pieces or none. The hold is a
 * confirmed sale order, so Odoo itself keeps others from its stock. Repeating it for the same
 * `out_trade_no` finds it again with its first expiry; one that has ended without a payment does
 * not come back.
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
	environment: Environment,
): Promise<HeldOrder> {
	const attempt = async () => await holdOnce(odoo, asHold(order), expires, options, environment);
	return await withRetry(environment, POLICY, attempt);
}

async function holdOnce(
	odoo: OdooClient,
	order: PaidOrder,
	expires: number,
	options: RecordOptions,
	environment: Environment,
): Promise<HeldOrder> {
	const standing = await findByExternalId(odoo, orderExternalId(order));
	const id = standing?.id ?? (await writeHold(odoo, order, expires, options));
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
	const { orders, moves } = await readSettled(odoo, [id], toConfirm, environment);
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

import { deadlineAfter } from '../../lib/core/deadline';
import type { CallContext } from '../../lib/core/retry';
import type { OdooClient } from '../../lib/odoo/client';
import type { HeldOrder, HoldOptions } from '../../lib/orders/hold/hold';
import { holdStock } from '../../lib/orders/hold/hold-stock';
import type { PaidOrder } from '../../lib/orders/model/paid-order';

const BUDGET_MS = 30_000;

/** Holds the stock of one order, within half a minute. @throws what the request failed with */
export async function holdOne(
	odoo: OdooClient,
	order: PaidOrder,
	expires: number,
	options: HoldOptions,
	context: CallContext,
): Promise<HeldOrder> {
	const deadline = deadlineAfter(BUDGET_MS, () => performance.now());
	const [outcome] = await holdStock(odoo, [{ order, expires }], options, context, deadline);
	if (outcome && 'held' in outcome) return outcome.held;
	throw outcome?.error ?? new Error('The request has no outcome');
}

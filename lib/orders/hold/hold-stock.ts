import { before, type Deadline } from '../../core/deadline';
import { IntegrationError } from '../../core/errors';
import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { outOfTime, withinDeadline } from '../../odoo/create-client';
import { queueFor } from '../record/batch-queue';
import { laneKeys } from '../record/lanes';
import { repeatForEach } from '../record/record-paid-orders';
import { holdKey, type HoldOptions, type HoldOutcome, type HoldRequest } from './hold';
import { holdRefused } from './hold-refused';
import { holdTogether } from './hold-together';

/**
 * Buyers come one by one: without a pause, each would be a batch, and a batch of one costs Odoo almost as much
 * as one of five. The pause is as long as the batch was, at most this long.
 */
const LONGEST_REST_MS = 1_000;

/**
 * Reserves stock for orders that are not paid yet: all units of an order or none. The hold is a confirmed
 * sale order, so Odoo itself protects its stock. Repeated for the same `out_trade_no`, it finds the same hold
 * with its first expiry. After a hold that has expired, or was released or cancelled unpaid, it creates a
 * new one. Calls in one process on the same client share batches.
 *
 * @param deadline requests that are not finished by then fail with `ODOO_TIME_BUDGET`
 * @returns one outcome per request, in the same order; `ODOO_HOLD_REFUSED` for an order that could not
 *   become the paid one later
 */
export async function holdStock(
	odoo: OdooClient,
	requests: HoldRequest[],
	options: HoldOptions,
	context: CallContext,
	deadline: Deadline,
): Promise<HoldOutcome[]> {
	let tookMs = 0;
	const hold = async (batch: HoldRequest[], until: Deadline) => {
		const started = context.monotonic();
		const client = withinDeadline(odoo, until);
		const once = async (some: readonly HoldRequest[]) =>
			await holdTogether(client, some, options, context);
		const outcomes = await repeatForEach(batch, holdKey, once, failed, context, until);
		tookMs = context.monotonic() - started;
		return outcomes;
	};
	const orders = requests.map(({ order }) => order);
	const keys = laneKeys(withinDeadline(odoo, deadline), orders);
	const { shares, ...others } = options;
	const named = JSON.stringify([others, shares && { ...shares, bySku: [...shares.bySku] }]);
	const rest = async () => await context.sleep(Math.min(tookMs, LONGEST_REST_MS));
	const enter = queueFor(odoo, `hold ${named}`, hold, context.monotonic, rest);
	const late = (): HoldOutcome => ({ error: outOfTime() });
	const outcomes = requests.map(async (request): Promise<HoldOutcome> => {
		const entered = keys.then(
			async (known) => await enter(request, known.get(request.order) ?? [], deadline),
		);
		return await before(deadline, entered, late).catch(failed);
	});
	return await Promise.all(outcomes);
}

/** @param error undefined where an attempt has lost the order */
const failed = (error: unknown): HoldOutcome =>
	error instanceof IntegrationError
		? { error }
		: { error: holdRefused(error instanceof Error ? error.message : '') };

import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { DEFAULT_RETRY, withRetry, type Environment } from '../retry';
import { paymentKey, type PaidOrder, type RecordOptions, type RecordOutcome } from './paid-order';
import { recordChunk } from './record-chunk';

/** One transaction confirms this many orders in about two seconds; more would hold locks too long. */
const CHUNK = 40;

/**
 * Records verified payments in Odoo: exactly one sale order for each, however often, however
 * concurrently and through however many workers it arrives. Mapped orders whose total is what was
 * paid are confirmed and reserved; all others are left as a draft with an activity for a person.
 *
 * @returns one outcome for each input, in the same order; a payment given twice has one order and two outcomes
 * @throws IntegrationError for what concerns the whole batch: no connection, no pricelist, a missing right
 */
export async function recordPaidOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	environment: Environment,
): Promise<RecordOutcome[]> {
	const unique = [...new Map(orders.map((order) => [paymentKey(order), order])).values()];
	const outcomes = new Map<string, RecordOutcome>();
	for (let start = 0; start < unique.length; start += CHUNK) {
		const chunk = unique.slice(start, start + CHUNK);
		const recorded = await withRetry(
			environment,
			DEFAULT_RETRY,
			async () => await recordChunk(odoo, chunk, options),
		);
		for (const [key, outcome] of recorded) outcomes.set(key, outcome);
	}
	return orders.map((order) => outcomes.get(paymentKey(order)) ?? { error: lost() });
}

const lost = () =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message: 'A payment got no order.',
		likelyCause: 'A fault of this package.',
		nextStep: 'Run the step again, and report it with the version of the package and of Odoo.',
	});

import type { Money } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { recordStatus, type RecordStatus } from '../ledger-entry';
import type { Tolerance, Unmatched } from '../match-receipts';
import { pairReceipts, type Pair, type Received } from '../pair-receipts';
import { checkPayout, type CheckedPayout, type Payout } from '../payout';
import type { Receipt } from '../receipt';
import { orderShares, receiptEntries, type OrderShare } from '../receipt-entries';
import { remittanceRow, type RegisterOptions, type RemittanceRow } from '../remittance-register';
import { appendEntries } from './append-entries';
import type { Sale } from './find-sales';
import { readPayoutOrders } from './read-payout-orders';
import { entriesOf, readLedger } from './read-ledger';
import { writeOrderMoney } from './write-order-money';

/** A received payout, divided among its orders. */
export interface ReceivedPayout extends RemittanceRow {
	status: RecordStatus;
	matched_by: Pair['by'];
	shares: OrderShare[];
}

export interface ReceiptOptions extends RegisterOptions {
	tolerance: Tolerance;
}

export interface ReceiptsOutcome {
	received: ReceivedPayout[];
	/** For a person: why, and what to do. */
	review: Array<Unmatched & { difference?: Money }>;
}

/**
 * Matches one receipt with each payout and divides it among the orders of the payout's days, in proportion to what
 * was settled for each, to the smallest unit, once. A payout that differs from its statement days, and everything
 * without a match, is left for review: nothing is guessed.
 */
export async function recordReceipts(
	odoo: OdooClient,
	payouts: Payout[],
	receipts: Receipt[],
	options: ReceiptOptions,
): Promise<ReceiptsOutcome> {
	const earlier = await receivedBefore(odoo, payouts);
	const { pairs, unmatched } = pairReceipts(payouts, receipts, earlier, options.tolerance);
	const outcome: ReceiptsOutcome = { received: [], review: [...unmatched] };
	for (const pair of pairs) {
		const { payout, receipt } = pair;
		const { nets, sales } = await readPayoutOrders(odoo, payout);
		const checked = checkPayout(payout, nets);
		if (checked.problem) {
			const difference = { ...payout.settled, amount: checked.difference };
			outcome.review.push({ payout, receipt, reason: checked.problem, difference });
		} else outcome.received.push(await recordPair(odoo, pair, checked, sales, options));
	}
	return outcome;
}

async function recordPair(
	odoo: OdooClient,
	{ payout, receipt, by }: Pair,
	checked: CheckedPayout,
	sales: Map<string, Sale>,
	options: ReceiptOptions,
): Promise<ReceivedPayout> {
	const wanted = receiptEntries(checked, receipt).flatMap((entry) => {
		const sale = sales.get(entry.transaction_id);
		return sale ? [{ entry, sale }] : [];
	});
	const { appended } = await appendEntries(odoo, wanted);
	const entries = await entriesOf(odoo, [...sales.keys()]);
	await writeOrderMoney(odoo, entries);
	return {
		status: recordStatus(appended.map(({ sequence }) => sequence)),
		matched_by: by,
		...remittanceRow(checked, receipt, entries, options),
		shares: orderShares(payout, entries),
	};
}

/** Hashes of the receipts that each of these payouts was received with. */
async function receivedBefore(odoo: OdooClient, payouts: Payout[]): Promise<Received> {
	const entries = await readLedger(odoo, [
		['x_leg', '=', 'received'],
		['x_payout', 'in', payouts.map(({ batch_id }) => batch_id)],
	]);
	const received = new Map<string, Set<string>>();
	for (const { payout = '', document } of entries) {
		received.set(payout, (received.get(payout) ?? new Set()).add(document));
	}
	return received;
}

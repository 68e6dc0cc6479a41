import { groupBy } from '../core/collections';
import { money, toDecimal } from '../core/money';
import type { AcquirerPayoutRow } from './acquirer-payout-row';
import type { LedgerEntry } from './ledger-entry';
import { rateOf, ratioText } from './ratio';
import { RATE_DIGITS } from './statement-entries';

/**
 * The entries of a row: what the buyer paid, what it was in the acquirer's account and the acquirer's fee, as of a
 * statement of WeChat, and what was paid out of it, which may be in another currency.
 */
export function acquirerPayoutEntries(row: AcquirerPayoutRow): LedgerEntry[] {
	const { mchid, transaction_id, document, date, paid, settled, fee, payout } = row;
	const key = `${mchid}_${transaction_id}_${row.refund_id ?? 'payment'}`;
	const rate = (from: typeof paid, to: typeof paid) => {
		const ratio = rateOf(from, to);
		return ratio ? ratioText(ratio, RATE_DIGITS) : '';
	};
	const shared = {
		...{ mchid, transaction_id, document, date, payout: row.payout_id },
		source: `Acquirer payout ${row.payout_id}`,
	};
	const first = { ...shared, rate: rate(paid, settled) };
	const net = money(settled.amount - fee.amount, settled.currency);
	return [
		{ ...first, key: `${key}_paid`, leg: 'paid', amount: paid },
		{ ...first, key: `${key}_settled`, leg: 'settled', amount: settled },
		{ ...first, key: `${key}_fee`, leg: 'fee', amount: money(0 - fee.amount, fee.currency) },
		{
			...{ ...shared, date: row.payout_date, rate: rate(net, payout) },
			...{ key: `${key}_${row.payout_id}_paid_out`, leg: 'paid_out', amount: payout },
		},
	];
}

/** A payout of an acquirer as Record Receipts takes it. */
export interface AcquirerPayout {
	batch_id: string;
	mchid: string;
	settlement_date: string;
	trade_start_date: string;
	trade_end_date: string;
	currency: string;
	/** Smallest unit. */
	settled_fen: number;
	settled: string;
	/** Of it, what belongs to no order of WeChat: other payments, fees of the account. Smallest unit. */
	other_fen: number;
	/** The ledger names its orders by `batch_id`, not by days of trade. */
	acquirer_payout: true;
}

/**
 * The payouts of a file's rows, also of those without an order.
 *
 * @throws RangeError for a payout in two currencies
 */
export function acquirerPayouts(rows: AcquirerPayoutRow[]): AcquirerPayout[] {
	const groups = groupBy(rows, ({ mchid, payout_id }) => JSON.stringify([mchid, payout_id]));
	return [...groups.values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const { currency } = first.payout;
		const sum = (some: AcquirerPayoutRow[]) =>
			some.reduce((all, { payout }) => {
				if (payout.currency !== currency) {
					throw new RangeError(`${first.payout_id} in ${currency} and ${payout.currency}`);
				}
				return all + payout.amount;
			}, 0);
		const days = own.map(({ date }) => date).sort();
		const settled_fen = sum(own);
		return [
			{
				...{ batch_id: first.payout_id, mchid: first.mchid, settlement_date: first.payout_date },
				...{ trade_start_date: days[0] ?? '', trade_end_date: days.at(-1) ?? '' },
				...{ currency, settled_fen, settled: toDecimal(money(settled_fen, currency)) },
				other_fen: sum(own.filter(({ transaction_id }) => transaction_id === '')),
				acquirer_payout: true as const,
			},
		];
	});
}

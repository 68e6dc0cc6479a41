import { toDecimal } from '../core/money';
import type { CheckedPayout } from './payout';
import { rateOf, ratioText } from './ratio';
import type { LedgerEntry } from './ledger-entry';
import { payoutSpreads, type PayoutSpreads } from './payout-spreads';
import type { RateTable } from './rate-table';
import type { Receipt } from './receipt';

/** A line of the register of foreign receipts, for export-compliance filings. Amounts are decimal text. */
export interface Remittance {
	batch_id: string;
	settlement_date: string;
	trade_from: string;
	trade_until: string;
	settled: string;
	settled_currency: string;
	received_date: string;
	received: string;
	received_currency: string;
	bank_charges: string;
	/** Home currency for one unit of the settlement's, before charges, four digits. */
	rate: string;
	orders: number;
	bank_reference: string;
	purpose_code: string;
}

/** The register's line of a payout and its receipt. @param purposeCode the bank's, e.g. `P0102` */
export function remittance(
	{ payout, orders }: CheckedPayout,
	receipt: Receipt,
	purposeCode: string,
): Remittance {
	const { settled } = payout;
	const gross = { ...receipt.amount, amount: receipt.amount.amount + receipt.charges.amount };
	const rate = rateOf(settled, gross);
	return {
		batch_id: payout.batch_id,
		settlement_date: payout.date,
		trade_from: payout.from,
		trade_until: payout.until,
		settled: toDecimal(settled),
		settled_currency: settled.currency,
		received_date: receipt.date,
		received: toDecimal(receipt.amount),
		received_currency: receipt.amount.currency,
		bank_charges: toDecimal(receipt.charges),
		rate: rate ? ratioText(rate, 4) : '',
		orders: new Set(orders.flatMap(({ transaction_id }) => transaction_id || [])).size,
		bank_reference: receipt.reference,
		purpose_code: purposeCode,
	};
}

/** A line of the register with the cost of the conversions. */
export type RemittanceRow = Remittance & PayoutSpreads;

export interface RegisterOptions {
	/** The bank's code for what the money is for, e.g. `P0102`. */
	purposeCode: string;
	rates: RateTable;
}

/** The same with both spreads. @param entries all entries of the payout's orders */
export const remittanceRow = (
	checked: CheckedPayout,
	receipt: Receipt,
	entries: LedgerEntry[],
	{ purposeCode, rates }: RegisterOptions,
): RemittanceRow => ({
	...remittance(checked, receipt, purposeCode),
	...payoutSpreads(checked.payout, receipt, entries, rates),
});

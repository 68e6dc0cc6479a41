import { money, type Money } from '../../core/money';
import { checkPayout, type Payout } from '../payout';
import type { Receipt } from '../receipt';
import { remittance, type Remittance } from '../remittance-register';
import type { OdooClient } from '../../odoo/client';
import type { RateTable } from './company-rates';
import { entriesOf, readLedger, type LedgerEntry } from './read-ledger';
import { payoutOrders } from './payout-orders';
import { payoutSpreads, type PayoutSpreads } from './payout-spreads';

/** A line of the register with what the conversions took. */
export type RemittanceRow = Remittance & PayoutSpreads;

/** The register of these payouts as the ledger has it; those that have not come in are absent. */
export async function readRemittances(
	odoo: OdooClient,
	payouts: Payout[],
	purposeCode: string,
	rates: RateTable,
): Promise<RemittanceRow[]> {
	const rows: RemittanceRow[] = [];
	for (const payout of payouts) {
		const own = await readLedger(odoo, [['x_payout', '=', payout.batch_id]]);
		const receipt = receiptOf(own);
		if (!receipt) continue;
		const { nets, sales } = await payoutOrders(odoo, payout);
		const checked = checkPayout(payout, nets);
		const entries = await entriesOf(odoo, [...sales.keys()]);
		rows.push({
			...remittance(checked, receipt, purposeCode),
			...payoutSpreads(checked, receipt, entries, rates),
		});
	}
	return rows;
}

/** The receipt that a payout's entries were stamped from, added up again. */
function receiptOf(entries: LedgerEntry[]): Receipt | undefined {
	const received = entries.filter(({ leg }) => leg === 'received');
	const last = received.at(-1);
	if (!last) return undefined;
	const { currency } = last.amount;
	const sum = (some: LedgerEntry[]): Money =>
		money(
			some.reduce((all, { amount }) => all + amount.amount, 0),
			currency,
		);
	const taken = sum(entries.filter(({ leg }) => leg === 'bank_charge'));
	const reference = last.source.replace(/^Receipt /, '');
	return {
		reference,
		text: reference,
		date: last.date,
		amount: sum(received),
		charges: money(0 - taken.amount, currency),
		document: last.document,
	};
}

import type { OdooClient } from '../../odoo/client';
import { checkPayout, type Payout } from '../payout';
import { receiptFromEntries } from '../receipt-entries';
import { remittanceRow, type RegisterOptions, type RemittanceRow } from '../remittance-register';
import { readPayoutOrders } from './read-payout-orders';
import { entriesOf, readLedger } from './read-ledger';

/** The register of these payouts as the ledger has it; payouts that were not received are left out. */
export async function readRemittances(
	odoo: OdooClient,
	payouts: Payout[],
	options: RegisterOptions,
): Promise<RemittanceRow[]> {
	const rows: RemittanceRow[] = [];
	for (const payout of payouts) {
		const receipt = receiptFromEntries(
			await readLedger(odoo, [['x_payout', '=', payout.batch_id]]),
		);
		if (!receipt) continue;
		const { nets, sales } = await readPayoutOrders(odoo, payout);
		const entries = await entriesOf(odoo, [...sales.keys()]);
		rows.push(remittanceRow(checkPayout(payout, nets), receipt, entries, options));
	}
	return rows;
}

import type { OdooClient } from '../../odoo/client';
import { acquirerPayoutEntries } from '../acquirer-payout-entries';
import type { AcquirerPayoutRow } from '../acquirer-payout-row';
import { recordRatedEntries, type RecordedRow } from './record-entries';

/**
 * Records the rows of an acquirer's payout file in the ledger, each once: what was paid and settled, the fee, and what
 * was paid out. Updates the amounts on the sale orders.
 *
 * @returns one outcome for each row, in the same order; undefined where Odoo has no order of it
 */
export const recordAcquirerPayout = async (
	odoo: OdooClient,
	rows: AcquirerPayoutRow[],
): Promise<Array<RecordedRow | undefined>> =>
	await recordRatedEntries(odoo, rows, acquirerPayoutEntries);

import type { OdooClient } from '../../odoo/client';
import { statementEntries } from '../statement-entries';
import type { StatementRow } from '../statement-row';
import { recordRatedEntries, type RecordedRow } from './record-entries';

/**
 * Records the rows of statements in the ledger, each once: what was paid and settled, and the fee. Updates the
 * amounts on the sale orders.
 *
 * @returns one outcome for each row, in the same order; undefined where Odoo has no order of it
 */
export const recordStatement = async (
	odoo: OdooClient,
	rows: StatementRow[],
): Promise<Array<RecordedRow | undefined>> =>
	await recordRatedEntries(odoo, rows, statementEntries);

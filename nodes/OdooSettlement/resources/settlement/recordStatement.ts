import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { RecordedRow } from '../../../../lib/settlement/odoo/record-entries';
import { recordStatement } from '../../../../lib/settlement/odoo/record-statement';
import { readStatementRow, type StatementRow } from '../../../../lib/settlement/statement-row';
import type { OutputItem } from '../../../shared/operation';
import { readThenWork, type Reading } from '../../../shared/read-then-work';
import { runBatch } from '../../../shared/run-batch';
import { withOdoo } from '../../../shared/with-odoo';
import { inputNotice } from '../../../shared/operation-fields';

export const description: INodeProperties[] = [
	inputNotice(
		'settlement',
		'recordStatement',
		'Input: the items of WeChat Pay → Bill: Get Global Statement. A day can be repeated.',
	),
];

/** Stamps the rows of global statements on their orders, all in one go. Refunds that failed are dropped. */
export const execute = runBatch(async (context, items) => {
	return await readThenWork(items, read, async (rows) => await record(context, rows));
});

interface Row {
	json: IDataObject;
	row: StatementRow;
}

function read({ json }: INodeExecutionData): Reading<Row> {
	const row = readStatementRow(json);
	return row ? { value: { json, row } } : [];
}

const record = withOdoo(async (odoo, _context, rows: Row[]) => {
	const settled = await recordStatement(
		odoo,
		rows.map(({ row }) => row),
	);
	return rows.map(({ json, row }, index) => toOutcome(json, row, settled[index]));
});

function toOutcome(json: IDataObject, row: StatementRow, settlement?: RecordedRow): OutputItem {
	if (settlement) return { json: { ...json, settlement } };
	const reason = `Odoo has no order of payment ${row.transaction_id}. Run the reconciliation for ${row.date}, then Record Statement for that day again.`;
	return { json: { ...json, settlement: { status: 'no_order', reason } }, output: 1 };
}

import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { recordStatement } from '../../../../lib/settlement/odoo/record-statement';
import { readStatementRow } from '../../../../lib/settlement/statement-row';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { once, type Left } from '../../../shared/odoo-once';
import { takesNotice } from '../../../shared/input-notice';

export const description: INodeProperties[] = [
	takesNotice(
		'settlement',
		'recordStatement',
		'Takes the items of WeChat Pay → Get Global Statement. A day can be repeated.',
	),
];

/** Stamps the rows of global statements on their orders, all in one go. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'record settlements');
	const items = this.getInputData();
	return await once(this, 2, async (odoo) => {
		const rows = items.map(({ json }) => readStatementRow(json));
		const real = rows.filter((row) => row !== undefined);
		const outcomes = await recordStatement(odoo, real);
		const byRow = new Map(real.map((row, index) => [row, outcomes[index]]));
		const [recorded, notRecorded]: [Left, Left] = [[], []];
		for (const [index, item] of items.entries()) {
			const row = rows[index];
			if (!row) continue;
			const settlement = byRow.get(row);
			const reason = `Odoo has no order of payment ${row.transaction_id}. Run the reconciliation for ${row.date}, then Record Statement for that day again.`;
			const json = { ...item.json, settlement: settlement ?? { status: 'no_order', reason } };
			(settlement ? recorded : notRecorded).push({ json, pairedItem: { item: index } });
		}
		return [recorded, notRecorded];
	});
}

import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ProductName } from '../../../../lib/sku-map/odoo/find-products';
import { importRows, removeFromTable } from '../../../../lib/sku-map/odoo/import-rows';
import type { PlannedRow } from '../../../../lib/sku-map/import/plan-import';
import { readCsv } from '../../../../lib/sku-map/import/csv';
import { filledColumns, readRows } from '../../../../lib/sku-map/import/read-rows';
import { dryRunField } from '../../../shared/operation-fields';
import { odooClient } from '../../../shared/odoo-connection';
import { runOnce } from '../../../shared/run-once';
import { callContext } from '../../../shared/call-context';

const show = { resource: ['table'], operation: ['import'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Rows From',
		name: 'rowsFrom',
		type: 'options',
		options: [
			{
				name: 'CSV Text',
				value: 'text',
				description:
					'The text of a CSV file, as Extract From File → Extract From Text File gives it',
			},
			{
				name: 'Items',
				value: 'items',
				description: 'Each item is a row, as Extract From File → Extract From XLSX gives them',
			},
		],
		default: 'items',
		displayOptions: { show },
		description:
			'How the rows come in: with headers in English or Chinese, sku and product at the least',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '={{ $json.data }}',
		required: true,
		displayOptions: { show: { ...show, rowsFrom: ['text'] } },
		description: 'The whole text, headers in its first line',
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
			},
			{
				name: 'Remove',
				value: 'remove',
				description:
					'Delete the rows that the items mean. An item with a SKU alone means every row of that SKU.',
			},
		],
		default: 'upsert',
		displayOptions: { show },
		description: 'What to do with the rows that come in',
	},
	dryRunField('table', ['import'], 'Odoo'),
];

/** All rows are one file: its rows are numbered as a spreadsheet numbers them, from 2 on. */
export const execute = runOnce(async (context) => {
	const dryRun = context.getNodeParameter('dryRun', 0) === true;
	const odoo = await odooClient(context);
	const given = rowsGiven(context);
	const file = readRows(given.map(({ json }) => json));
	const productName = context.getNodeParameter('matchBy', 0, 'defaultCode') as ProductName;
	const planned =
		context.getNodeParameter('mode', 0) === 'remove'
			? await removeFromTable(
					odoo,
					file.map((row) => ({ ...row, named: filledColumns(given[row.number - 2]?.json ?? {}) })),
					dryRun,
				)
			: await importRows(odoo, file, { productName, dryRun }, callContext);
	return planned.map((one) => {
		const { json, item = 0 } = given[one.number - 2] ?? {};
		return {
			json: { ...json, import: report(one, dryRun) },
			output: one.action === 'refuse' ? 1 : 0,
			pairedItem: { item },
		};
	});
});

/** Each row, and the item that it came with. */
function rowsGiven(context: IExecuteFunctions): Array<{ json: IDataObject; item: number }> {
	const items = context.getInputData();
	if (context.getNodeParameter('rowsFrom', 0, 'items') === 'items') {
		return items.map(({ json }, item) => ({ json, item }));
	}
	return items.flatMap((_, item) =>
		readCsv(String(context.getNodeParameter('text', item, ''))).map((json) => ({ json, item })),
	);
}

const DONE: Record<PlannedRow['action'], string> = {
	create: 'created',
	update: 'updated',
	unchanged: 'unchanged',
	remove: 'removed',
	absent: 'not_there',
	refuse: 'refused',
};

const report = ({ number, row, action, message }: PlannedRow, dryRun: boolean): IDataObject => ({
	row: number,
	sku: row.sku,
	status: DONE[action],
	message,
	dry_run: dryRun,
});

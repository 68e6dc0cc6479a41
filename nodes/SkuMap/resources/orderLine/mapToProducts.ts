import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { mapLines } from '../../../../lib/sku-map/map-lines';
import { readOrder } from '../../../../lib/sku-map/read-order';
import { readSkuTable } from '../../../../lib/odoo/sku-table/read-sku-table';
import { odooClient } from '../../../shared/odoo-connection';
import { toNodeError } from '../../../shared/node-error';
import { tableOptions, tableRows } from '../../table/read';

const properties: INodeProperties[] = [
	{
		displayName: 'Table',
		name: 'table',
		type: 'options',
		options: [
			{
				name: 'Odoo (External IDs)',
				value: 'odoo',
				description:
					'Each product carries its WeChat SKU as External ID, for example wechat_sku.TEE-RED-M',
			},
			{
				name: 'Rows in This Node',
				value: 'inline',
				description: 'Type the WeChat SKUs and their products in here',
			},
		],
		default: 'odoo',
		description: 'Where it is written which Odoo product a WeChat SKU means',
	},
	{
		displayName: 'Rows Name Products By',
		name: 'matchBy',
		type: 'options',
		options: [
			{ name: 'Database ID', value: 'id', description: 'The number of the product variant' },
			{ name: 'External ID', value: 'externalId', description: 'For example shop.tee_red_m' },
			{
				name: 'Internal Reference',
				value: 'defaultCode',
				description: 'The code on the product form in Odoo; it must be there only once',
			},
		],
		default: 'defaultCode',
		displayOptions: { show: { table: ['inline'] } },
		description: 'What you type under Odoo Product in the rows below',
	},
	{
		displayName: 'Rows',
		name: 'rows',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Row',
		default: {},
		displayOptions: { show: { table: ['inline'] } },
		description: 'One row for each WeChat SKU',
		options: [
			{
				displayName: 'Row',
				name: 'row',
				values: [
					{
						displayName: 'WeChat SKU',
						name: 'sku',
						type: 'string',
						default: '',
						placeholder: 'e.g. TEE-RED-M',
						description: 'The SKU exactly as the mini-program writes it into the order',
					},
					{
						displayName: 'Odoo Product',
						name: 'product',
						type: 'string',
						default: '',
						placeholder: 'e.g. TEE-RED-M',
						description: 'The product in Odoo, named in the way chosen above',
					},
				],
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Fall Back to Internal Reference',
				name: 'fallBackToDefaultCode',
				type: 'boolean',
				default: false,
				description:
					'Whether a SKU that the table lacks may mean the one product whose Internal Reference is exactly the same',
			},
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['orderLine'], operation: ['mapToProducts'] } },
	properties,
);

/** Maps all items at once: every distinct SKU is looked up in Odoo one time a run. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const orders = items.map(({ json }) => readOrder(json, Date.now()));
	const skus = [...new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku.trim())))];
	const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	try {
		const odoo = await odooClient.call(this);
		const table = await readSkuTable(odoo, tableRows.call(this), tableOptions.call(this), skus);
		orders.forEach(({ lines, ...order }, index) => {
			const mapping = mapLines(lines, table, order);
			outputs[mapping.status === 'mapped' ? 0 : 1].push({
				json: { ...items[index]?.json, mapping: { ...mapping } },
				pairedItem: { item: index },
			});
		});
	} catch (error) {
		const failure = toNodeError(this.getNode(), error);
		if (!this.continueOnFail()) throw failure;
		return [[], items.map(({ json }, item) => failed(json, failure.message, item))];
	}
	return outputs;
}

const failed = (json: IDataObject, error: string, item: number): INodeExecutionData => ({
	json: { ...json, error },
	pairedItem: { item },
});

import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { exportRows } from '../../../../lib/sku-map/odoo/export-rows';
import type { HeaderLanguage } from '../../../../lib/sku-map/row-item';

const show = { resource: ['table'], operation: ['export'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Headers',
		name: 'headers',
		type: 'options',
		options: [
			{ name: 'Chinese', value: 'zh', description: 'For example 微信SKU and 数量' },
			{ name: 'English', value: 'en', description: 'For example sku and quantity' },
		],
		default: 'en',
		displayOptions: { show },
		description: 'What the columns are called. Import understands both.',
	},
	{
		displayName: 'Name Products By',
		name: 'nameBy',
		type: 'options',
		options: [
			{
				name: 'Barcode',
				value: 'barcode',
				description: 'Products without one get their database ID',
			},
			{ name: 'Database ID', value: 'id', description: 'The number of the product variant' },
			{
				name: 'Internal Reference',
				value: 'defaultCode',
				description: 'Products without one of their own get their database ID',
			},
		],
		default: 'defaultCode',
		displayOptions: { show },
		description: 'What stands in the rows under product',
	},
];

/** One item for each row of the table in Odoo; it runs once, whatever the number of items. */
export async function execute(
	this: IExecuteFunctions,
	odoo: OdooClient,
): Promise<INodeExecutionData[][]> {
	const nameBy = this.getNodeParameter('nameBy', 0) as 'barcode' | 'defaultCode' | 'id';
	const headers = this.getNodeParameter('headers', 0) as HeaderLanguage;
	const pairedItem = this.getInputData().map((_, item) => ({ item }));
	const rows = await exportRows(odoo, nameBy, headers);
	return [rows.map((json) => ({ json, pairedItem }))];
}

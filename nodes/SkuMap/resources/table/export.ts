import type { INodeProperties } from 'n8n-workflow';

import { exportRows } from '../../../../lib/sku-map/odoo/export-rows';
import type { HeaderLanguage } from '../../../../lib/sku-map/import/columns';
import { odooClient } from '../../../shared/odoo-connection';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';

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
		description: 'Language of the column names. Import accepts both.',
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
				description: 'Products without one get their database ID',
			},
		],
		default: 'defaultCode',
		displayOptions: { show },
		description: 'Meaning of product in the rows',
	},
];

/** One item for each row of the table in Odoo; it runs once, whatever the number of items. */
export const execute = runOnce(async (context) => {
	const nameBy = context.getNodeParameter('nameBy', 0) as 'barcode' | 'defaultCode' | 'id';
	const headers = context.getNodeParameter('headers', 0) as HeaderLanguage;
	return toItems(await exportRows(await odooClient(context), nameBy, headers));
});

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { rowFields } from './row-fields';

const PLACES: INodePropertyOptions[] = [
	{
		name: 'CSV in This Node',
		value: 'csv',
		description: 'Paste rows from a spreadsheet or a CSV file',
	},
	{
		name: 'Items at Second Input',
		value: 'items',
		description: 'Rows from a sheet, a database or an n8n data table, one item each',
	},
	{
		name: 'Odoo',
		value: 'odoo',
		description:
			'Sales → Products → WeChat SKUs, created by Odoo Sale → Set Up → Run. A SKU without a row can be the External ID of its product.',
	},
	{
		name: 'Odoo (External IDs Only)',
		value: 'externalIds',
		description:
			'The External ID of each product contains its WeChat SKU, for example wechat_sku.TEE-RED-M',
	},
	{
		name: 'Rows in This Node',
		value: 'inline',
		description: 'Enter the WeChat SKUs and their products here',
	},
];

const place = (operation: string, options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Table',
	name: 'table',
	type: 'options',
	options,
	default: 'odoo',
	displayOptions: { show: { operation: [operation] } },
	description: 'Location of the table that maps WeChat SKUs to Odoo products',
});

/** External IDs can be looked up, but not listed. */
const listable = PLACES.filter(({ value }) => value !== 'externalIds');

const matchBy = (show: Record<string, string[]>): INodeProperties => ({
	displayName: 'Rows Name Products By',
	name: 'matchBy',
	type: 'options',
	options: [
		{ name: 'Barcode', value: 'barcode', description: 'The barcode on the product form in Odoo' },
		{ name: 'Database ID', value: 'id', description: 'The number of the product variant' },
		{ name: 'External ID', value: 'externalId', description: 'For example shop.tee_red_m' },
		{
			name: 'Internal Reference',
			value: 'defaultCode',
			description: 'The code on the product form in Odoo. It must be unique.',
		},
	],
	default: 'defaultCode',
	displayOptions: { show },
	description:
		'Meaning of Odoo Product in the rows. Database IDs with the prefix of an export are always accepted.',
});

const TYPED = ['csv', 'inline', 'items'];
const USING = ['mapToProducts', 'mapToSkus', 'audit'];

/** Where the table is, and how its rows are to be read. */
export const tableFields: INodeProperties[] = [
	place('mapToProducts', PLACES),
	place('mapToSkus', listable),
	place('audit', listable),
	matchBy({ operation: USING, table: TYPED }),
	matchBy({ operation: ['import'] }),
	{
		displayName: 'CSV',
		name: 'csv',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		placeholder: 'sku,product,quantity',
		displayOptions: { show: { operation: USING, table: ['csv'] } },
		description:
			'Rows with headers in the first line, in English or Chinese: at least sku and product',
	},
	{
		displayName: 'Rows',
		name: 'rows',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Row',
		default: {},
		displayOptions: { show: { operation: USING, table: ['inline'] } },
		description: 'One row for each product of a WeChat SKU',
		options: [{ displayName: 'Row', name: 'row', values: rowFields }],
	},
];

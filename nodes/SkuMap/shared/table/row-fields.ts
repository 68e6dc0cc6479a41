import type { INodeProperties } from 'n8n-workflow';

const text = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
	byDefault = '',
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: byDefault,
	placeholder,
	description,
});

/** The columns of a row that is typed in. Empty ones mean what an empty cell of a file means. */
export const rowFields: INodeProperties[] = [
	text(
		'WeChat SKU',
		'sku',
		'e.g. TEE-RED-M',
		'The SKU exactly as the mini-program writes it into the order',
	),
	text('Odoo Product', 'product', 'e.g. TEE-RED-M', 'The product in Odoo, as chosen above'),
	text('Quantity', 'quantity', 'e.g. 3', 'How many of the product one SKU holds', '1'),
	text(
		'Unit of Measure',
		'uom',
		'e.g. Dozens',
		"Odoo's unit that the quantity is counted in; empty for the product's own",
	),
	{
		displayName: 'Price',
		name: 'price',
		type: 'options',
		options: [
			{ name: 'As Paid', value: 'as_paid', description: 'The whole price paid for the SKU' },
			{ name: 'Free (Gift)', value: 'free', description: 'No price' },
			{
				name: 'Split by Sales Price',
				value: 'list_price',
				description: 'Its share of the price paid, by the Sales Prices in Odoo',
			},
		],
		default: 'as_paid',
		description: 'Part of the price paid for the SKU that belongs to the product',
	},
	text('Part', 'part', 'e.g. 1', 'Of a set: which of its products the row is', '1'),
	text('Of Parts', 'parts', 'e.g. 2', 'Of a set: how many products it has', '1'),
	text(
		'Shop',
		'shop',
		'e.g. wx8888888888888888',
		'AppID or merchant ID that the row is valid for. Leave empty for every shop.',
	),
	text(
		'WeChat Product ID',
		'wechat_product_id',
		'e.g. 10000000012345',
		'The listing that the row is valid for. Leave empty for every listing.',
	),
	text('Valid From', 'valid_from', 'e.g. 2026-11-11', 'First day or moment; empty for always'),
	text('Valid Until', 'valid_until', 'e.g. 2026-11-12', 'Last day or moment; empty for always'),
];

import type { ManualModel } from '../../odoo/schema/manual-model';
import { SKU_FIELDS, SKU_MODEL_NAME } from './stored-rows';

/** The SKU table in Odoo: one record for each `SkuRow`. */
export const SKU_MODEL: ManualModel = {
	model: SKU_MODEL_NAME,
	name: 'WeChat SKUs',
	purpose: 'Maps WeChat SKUs to products in Odoo, with its product search.',
	fields: [
		{
			name: 'x_name',
			label: 'WeChat SKU',
			help: 'Exactly as the mini-program writes it into the order.',
			type: 'char',
			required: true,
			index: true,
		},
		{
			name: 'x_product_id',
			label: 'Product',
			help: 'The product that the warehouse picks. A set has a row for each of its products.',
			type: 'many2one',
			relation: 'product.product',
			required: true,
			index: true,
		},
		{
			name: 'x_quantity',
			label: 'Quantity',
			help: 'How many of the product one SKU contains: 3 for a pack of three.',
			type: 'float',
			default: 1,
		},
		{
			name: 'x_uom_id',
			label: 'Unit of Measure',
			help: "The unit of the quantity. Empty: the product's own unit.",
			type: 'many2one',
			relation: 'uom.uom',
		},
		{
			name: 'x_price',
			label: 'Price',
			help: 'The share of this product in the amount paid for the SKU.',
			type: 'selection',
			choices: [
				['as_paid', 'As Paid'],
				['list_price', 'Split by Sales Price'],
				['free', 'Free (Gift)'],
			],
			default: 'as_paid',
		},
		{
			name: 'x_part',
			label: 'Part',
			help: 'In a set: the number of this product, from 1.',
			type: 'integer',
			default: 1,
		},
		{
			name: 'x_parts',
			label: 'Of Parts',
			help: 'In a set: the number of its products.',
			type: 'integer',
			default: 1,
		},
		{
			name: 'x_shop',
			label: 'Shop',
			help: 'AppID or merchant ID of the shop. Empty: every shop.',
			type: 'char',
		},
		{
			name: 'x_wechat_product_id',
			label: 'WeChat Product ID',
			help: 'The listing. Empty: every listing with the SKU.',
			type: 'char',
		},
		{
			name: 'x_valid_from',
			label: 'Valid From',
			help: 'Start, for example of a campaign. Empty: no start.',
			type: 'datetime',
		},
		{
			name: 'x_valid_until',
			label: 'Valid Until',
			help: 'End. Empty: no end.',
			type: 'datetime',
		},
		{ name: 'x_note', label: 'Note', type: 'char' },
	],
	list: {
		columns: [...SKU_FIELDS],
		order: 'x_name, x_part',
		editable: true,
	},
	search: {
		fields: ['x_name', 'x_product_id', 'x_wechat_product_id', 'x_shop', 'x_note'],
		groupBy: ['x_product_id', 'x_shop'],
	},
	access: [
		{ group: 'base.group_system', may: 'change' },
		{ group: 'sales_team.group_sale_salesman_all_leads', may: 'change' },
		{ group: 'sales_team.group_sale_salesman', may: 'read' },
		{ group: 'stock.group_stock_user', may: 'read' },
	],
	parentMenu: 'sale.product_menu_catalog',
};

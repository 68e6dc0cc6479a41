import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { odooForWechatApiTest } from '../shared/odoo-credential-test';
import { getCompanies, getStockLocations, getWarehouses } from '../shared/odoo-choices';
import { route } from '../shared/route';
import { inputs, outputs } from './shared/ports';
import * as orderLine from './resources/orderLine';
import * as product from './resources/product';
import * as table from './resources/table';
import { tableFields } from './shared/table/fields';

/**
 * Translates between WeChat SKUs and Odoo products, and keeps the table that says which is which. What
 * it cannot translate, it never guesses.
 */
export class SkuMap implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SKU Map',
		name: 'skuMap',
		icon: { light: 'file:skuMap.svg', dark: 'file:skuMap.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1").replace("Skus", "SKUs")).join(": ") }}',
		description: 'Map WeChat SKUs to Odoo products and back, and maintain the mapping table',
		defaults: { name: 'SKU Map' },
		usableAsTool: true,
		inputs,
		outputs,
		credentials: [{ name: 'odooForWechatApi', required: true, testedBy: 'odooForWechatApiTest' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Order Line', value: 'orderLine' },
					{ name: 'Product', value: 'product' },
					{ name: 'Table', value: 'table' },
				],
				default: 'orderLine',
			},
			...[orderLine, product, table].map(({ description }) => description[0]!),
			...tableFields,
			...[orderLine, product, table].flatMap(({ description }) => description.slice(1)),
		],
	};

	methods = {
		credentialTest: { odooForWechatApiTest },
		loadOptions: { getCompanies, getStockLocations, getWarehouses },
	};

	execute = route({ orderLine, product, table });
}

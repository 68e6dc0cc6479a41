import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { odooForWechatApiTest } from '../shared/odoo-credential-test';
import * as mapToProducts from './resources/orderLine/mapToProducts';

/** Translates the WeChat SKUs of an order to Odoo products; what it cannot translate, it never guesses. */
export class SkuMap implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SKU Map',
		name: 'skuMap',
		icon: { light: 'file:skuMap.svg', dark: 'file:skuMap.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["table"] === "odoo" ? "WeChat SKUs by External ID" : "WeChat SKUs by rows in this node" }}',
		description: 'Translate WeChat SKUs to Odoo products',
		defaults: { name: 'SKU Map' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Mapped', 'Unmapped'],
		credentials: [{ name: 'odooForWechatApi', required: true, testedBy: 'odooForWechatApiTest' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Order Line', value: 'orderLine' }],
				default: 'orderLine',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['orderLine'] } },
				options: [
					{
						name: 'Map to Products',
						value: 'mapToProducts',
						action: 'Map order lines to products',
						description: 'Find the Odoo product of each WeChat SKU in the order',
					},
				],
				default: 'mapToProducts',
			},
			...mapToProducts.description,
		],
	};

	methods = { credentialTest: { odooForWechatApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await mapToProducts.execute.call(this);
	}
}

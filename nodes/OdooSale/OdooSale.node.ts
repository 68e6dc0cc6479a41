import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { odooForWechatApiTest } from '../shared/odoo-credential-test';
import * as choices from './choices';
import { getUsers, searchPricelists } from './load-options';
import * as recordPaidOrder from './resources/order/recordPaidOrder';

/** Turns verified WeChat payments into sale orders of Odoo, each exactly once. */
export class OdooSale implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Sale',
		name: 'odooSale',
		icon: { light: 'file:odooSale.svg', dark: 'file:odooSale.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { "recordPaidOrder": "Record Paid Order" }[$parameter["operation"]] ?? $parameter["operation"] }}',
		description: 'Record WeChat payments as reserved sale orders in Odoo',
		defaults: { name: 'Odoo Sale' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Reserved', 'Short', 'Needs Review'],
		credentials: [{ name: 'odooForWechatApi', required: true, testedBy: 'odooForWechatApiTest' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Order', value: 'order' }],
				default: 'order',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['order'] } },
				options: [
					{
						name: 'Record Paid Order',
						value: 'recordPaidOrder',
						action: 'Record a paid order',
						description: 'Create, confirm and reserve one sale order for each payment',
					},
				],
				default: 'recordPaidOrder',
			},
			...recordPaidOrder.description,
		],
	};

	methods = {
		credentialTest: { odooForWechatApiTest },
		listSearch: { searchPricelists },
		loadOptions: { getUsers, ...choices },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await recordPaidOrder.execute.call(this);
	}
}

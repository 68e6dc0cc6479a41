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
import { outputsOf } from './outputs';
import * as holdStock from './resources/order/holdStock';
import * as recordPaidOrder from './resources/order/recordPaidOrder';
import * as releaseExpiredHolds from './resources/order/releaseExpiredHolds';

const operations: Record<string, { execute: typeof recordPaidOrder.execute }> = {
	holdStock,
	recordPaidOrder,
	releaseExpiredHolds,
};

/**
 * Turns verified WeChat payments into sale orders of Odoo, each exactly once, and holds stock for
 * orders that are not paid yet.
 */
export class OdooSale implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Sale',
		name: 'odooSale',
		icon: { light: 'file:odooSale.svg', dark: 'file:odooSale.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Hold stock for WeChat orders and record their payments as sale orders in Odoo',
		defaults: { name: 'Odoo Sale' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf,
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
						name: 'Hold Stock',
						value: 'holdStock',
						action: 'Hold stock for an unpaid order',
						description: 'Keep the stock of an order from others until it is paid or time is up',
					},
					{
						name: 'Record Paid Order',
						value: 'recordPaidOrder',
						action: 'Record a paid order',
						description: 'Create, confirm and reserve one sale order for each payment',
					},
					{
						name: 'Release Expired Holds',
						value: 'releaseExpiredHolds',
						action: 'Release expired holds',
						description: 'Free the stock that was held for orders nobody has paid in time',
					},
				],
				default: 'recordPaidOrder',
			},
			...holdStock.description,
			...recordPaidOrder.description,
			...releaseExpiredHolds.description,
		],
	};

	methods = {
		credentialTest: { odooForWechatApiTest },
		listSearch: { searchPricelists },
		loadOptions: { getUsers, ...choices },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = String(this.getNodeParameter('operation', 0));
		return await (operations[operation] ?? recordPaidOrder).execute.call(this);
	}
}

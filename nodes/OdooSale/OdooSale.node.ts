import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { route } from '../shared/route';
import { odooForWechatApiTest } from '../shared/odoo-credential-test';
import * as choices from '../shared/odoo-choices';
import { getUsers, searchPricelists } from './shared/load-options';
import { outputs } from './shared/outputs';
import * as account from './resources/account';
import * as complaint from './resources/complaint';
import * as customsDeclaration from './resources/customsDeclaration';
import * as order from './resources/order';
import * as refund from './resources/refund';
import * as setUp from './resources/setUp';
import * as shipment from './resources/shipment';
import * as toDo from './resources/toDo';

/**
 * Turns verified WeChat payments into sale orders of Odoo, each exactly once, holds stock for orders
 * that are not paid yet, records what comes after a sale (refunds, cancellations, returns), and reads
 * what has been shipped.
 */
export class OdooSale implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Sale',
		name: 'odooSale',
		icon: { light: 'file:odooSale.svg', dark: 'file:odooSale.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1")).join(": ") }}',
		description:
			'Record WeChat payments and refunds in Odoo, hold stock, cancel, return, read shipments',
		defaults: { name: 'Odoo Sale' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [{ name: 'odooForWechatApi', required: true, testedBy: 'odooForWechatApiTest' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'Complaint', value: 'complaint' },
					{ name: 'Customs Declaration', value: 'customsDeclaration' },
					{ name: 'Order', value: 'order' },
					{ name: 'Refund', value: 'refund' },
					{ name: 'Set Up', value: 'setUp' },
					{ name: 'Shipment', value: 'shipment' },
					{ name: 'To-Do', value: 'toDo' },
				],
				default: 'order',
			},
			...account.description,
			...order.description,
			...refund.description,
			...complaint.description,
			...customsDeclaration.description,
			...setUp.description,
			...shipment.description,
			...toDo.description,
		],
	};

	methods = {
		credentialTest: { odooForWechatApiTest },
		listSearch: { searchPricelists },
		loadOptions: { getUsers, ...choices },
	};

	execute = route({ account, complaint, customsDeclaration, order, refund, setUp, shipment, toDo });
}

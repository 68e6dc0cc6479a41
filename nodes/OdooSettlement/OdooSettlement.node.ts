import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import * as choices from '../shared/odoo-choices';
import { odooForWechatApiTest } from '../shared/odoo-credential-test';
import { route } from '../shared/route';
import { inputs } from './shared/inputs';
import { outputs } from './shared/outputs';
import * as reconciliation from './resources/reconciliation';
import * as settlement from './resources/settlement';

/**
 * Records in Odoo what WeChat settled and what the bank received for each order, reports margins and
 * open items, and compares WeChat's bills with Odoo.
 */
export class OdooSettlement implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Settlement',
		name: 'odooSettlement',
		icon: { light: 'file:odooSettlement.svg', dark: 'file:odooSettlement.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1")).join(": ") }}',
		description:
			'Record WeChat settlements and bank receipts in Odoo, report margins, reconcile bills',
		defaults: { name: 'Odoo Settlement' },
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
					{ name: 'Reconciliation', value: 'reconciliation' },
					{ name: 'Settlement', value: 'settlement' },
				],
				default: 'settlement',
			},
			...reconciliation.description,
			...settlement.description,
		],
	};

	methods = {
		credentialTest: { odooForWechatApiTest },
		loadOptions: choices,
	};

	execute = route({ reconciliation, settlement });
}

import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import * as choices from '../shared/odoo-choices';
import { odooForWechatApiTest } from '../shared/odoo-credential-test';
import { route } from '../shared/route';
import { outputs } from './shared/outputs';
import * as stock from './resources/stock';

/**
 * Tells what can be promised of Odoo's products: on hand less what is reserved, less a safety buffer.
 * It only reads.
 */
export class OdooStock implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Stock',
		name: 'odooStock',
		icon: { light: 'file:odooStock.svg', dark: 'file:odooStock.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1")).join(": ") }}',
		description: 'Get available-to-promise stock and stock changes',
		defaults: { name: 'Odoo Stock' },
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
				options: [{ name: 'Stock', value: 'stock' }],
				default: 'stock',
			},
			...stock.description,
		],
	};

	methods = {
		credentialTest: { odooForWechatApiTest },
		loadOptions: choices,
	};

	execute = route({ stock });
}

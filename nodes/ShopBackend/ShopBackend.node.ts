import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { route } from '../shared/route';
import { shopBackendApiTest } from '../shared/shop-backend';
import * as order from './resources/order';
import * as request from './resources/request';
import { outputs } from './shared/outputs';

/** Asks the backend of the merchant's own mini-program for the order of a payment. */
export class ShopBackend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shop Backend',
		name: 'shopBackend',
		icon: { light: 'file:shopBackend.svg', dark: 'file:shopBackend.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1")).join(": ") }}',
		description:
			"Get the orders of payments from your own mini-program's backend: lines, recipient, remark and campaign",
		defaults: { name: 'Shop Backend' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [
			{
				name: 'shopBackendApi',
				required: true,
				testedBy: 'shopBackendApiTest',
				displayOptions: { hide: { operation: ['answer'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Order', value: 'order' },
					{
						name: 'Request',
						value: 'request',
						description: 'A call that your backend makes to n8n',
					},
				],
				default: 'order',
			},
			...order.description,
			...request.description,
		],
	};

	methods = { credentialTest: { shopBackendApiTest } };

	execute = route({ order, request });
}

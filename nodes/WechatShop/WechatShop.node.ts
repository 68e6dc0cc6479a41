import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { route } from '../shared/route';
import { wechatShopApiTest } from '../shared/wechat-api-credential-test';
import { outputs } from './shared/outputs';
import * as afterSale from './resources/afterSale';
import * as bill from './resources/bill';
import * as order from './resources/order';
import * as shipment from './resources/shipment';

/** Orders of a WeChat Shop (微信小店) and what a merchant does with them. */
export class WechatShop implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Shop',
		name: 'wechatShop',
		icon: { light: 'file:wechatShop.svg', dark: 'file:wechatShop.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1")).join(": ") }}',
		description: 'Read orders of a WeChat Shop, ship them, and handle after-sales',
		defaults: { name: 'WeChat Shop' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [{ name: 'wechatShopApi', required: true, testedBy: 'wechatShopApiTest' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'After-Sale', value: 'afterSale' },
					{ name: 'Bill', value: 'bill' },
					{ name: 'Order', value: 'order' },
					{ name: 'Shipment', value: 'shipment' },
				],
				default: 'order',
			},
			...afterSale.description,
			...bill.description,
			...order.description,
			...shipment.description,
		],
	};

	methods = { credentialTest: { wechatShopApiTest } };

	execute = route({ afterSale, bill, order, shipment });
}

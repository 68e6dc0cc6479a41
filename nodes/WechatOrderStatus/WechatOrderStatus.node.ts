import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { route } from '../shared/route';
import { wechatMiniProgramApiTest } from '../shared/wechat-api-credential-test';
import { outputs } from './shared/outputs';
import * as account from './resources/account';
import * as carrier from './resources/carrier';
import * as message from './resources/message';
import * as order from './resources/order';
import * as shipment from './resources/shipment';
import { searchCarriers } from './shared/search-carriers';

/**
 * Tells WeChat what was shipped (发货信息管理), which frees the money and tells the buyer: each parcel
 * once, however often it runs, and without using up the one correction unasked.
 */
export class WechatOrderStatus implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Order Status',
		name: 'wechatOrderStatus',
		icon: { light: 'file:wechatOrderStatus.svg', dark: 'file:wechatOrderStatus.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1")).join(": ") }}',
		description: 'Upload shipments to WeChat, look orders up, remind buyers and send them messages',
		defaults: { name: 'WeChat Order Status' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [
			{ name: 'wechatMiniProgramApi', required: true, testedBy: 'wechatMiniProgramApiTest' },
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'Carrier', value: 'carrier' },
					{ name: 'Message', value: 'message' },
					{ name: 'Order', value: 'order' },
					{ name: 'Shipment', value: 'shipment' },
				],
				default: 'shipment',
			},
			...account.description,
			...carrier.description,
			...message.description,
			...order.description,
			...shipment.description,
		],
	};

	methods = {
		credentialTest: { wechatMiniProgramApiTest },
		listSearch: { searchCarriers },
	};

	execute = route({ account, carrier, message, order, shipment });
}

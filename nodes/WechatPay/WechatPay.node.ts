import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { wechatPayApiTest } from '../shared/wechat-pay-credential-test';
import * as notification from './resources/notification';
import * as order from './resources/order';
import { router } from './router';

/**
 * Answers WeChat Pay for payments that WeChat Pay Trigger holds, and looks orders up at WeChat Pay.
 */
export class WechatPay implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Pay',
		name: 'wechatPay',
		icon: { light: 'file:wechatPay.svg', dark: 'file:wechatPay.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Acknowledge payment notifications and look orders up at WeChat Pay',
		defaults: { name: 'WeChat Pay' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'wechatPayApi',
				required: true,
				testedBy: 'wechatPayApiTest',
				displayOptions: { show: { resource: ['order'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Notification', value: 'notification' },
					{ name: 'Order', value: 'order' },
				],
				default: 'notification',
			},
			...notification.description,
			...order.description,
		],
	};

	methods = { credentialTest: { wechatPayApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}

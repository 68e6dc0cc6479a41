import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { route } from '../shared/route';
import { acquirerWebhookApiTest } from '../shared/acquirer-account';
import { namedOutputs } from '../shared/named-outputs';
import { wechatPayApiTest } from '../shared/wechat-pay-credential-test';
import * as account from './resources/account';
import * as bill from './resources/bill';
import * as complaint from './resources/complaint';
import * as customsDeclaration from './resources/customsDeclaration';
import * as exchangeRate from './resources/exchangeRate';
import * as notification from './resources/notification';
import * as order from './resources/order';
import * as payment from './resources/payment';
import * as profitSharing from './resources/profitSharing';
import * as refund from './resources/refund';
import * as settlement from './resources/settlement';

/**
 * Answers WeChat Pay for payments that WeChat Pay Trigger holds, and makes the calls around a payment: looks
 * orders up and closes them, refunds, and fetches bills, statements, settlements and rates. What is read has been
 * proved by WeChat's signature or hash; what is asked for more than once is done once.
 */
export class WechatPay implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Pay',
		name: 'wechatPay',
		icon: { light: 'file:wechatPay.svg', dark: 'file:wechatPay.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ [$parameter["resource"], $parameter["operation"]].map((value) => value.charAt(0).toUpperCase() + value.slice(1).replace(/([A-Z])/g, " $1")).join(": ") }}',
		description:
			'Acknowledge notifications, query and refund orders, answer complaints, get bills and settlements',
		defaults: { name: 'WeChat Pay' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: namedOutputs({
			create: ['Refund', 'Waiting For Funds', 'Unknown Refunds'],
			fromAcquirer: ['Payment', 'Ignored', 'Refused', 'Refund'],
		}),
		credentials: [
			{
				name: 'wechatPayApi',
				required: true,
				testedBy: 'wechatPayApiTest',
				displayOptions: { hide: { resource: ['notification', 'payment'] } },
			},
			{
				name: 'acquirerWebhookApi',
				required: true,
				testedBy: 'acquirerWebhookApiTest',
				displayOptions: { show: { resource: ['payment'] } },
			},
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'Bill', value: 'bill' },
					{ name: 'Complaint', value: 'complaint' },
					{ name: 'Customs Declaration', value: 'customsDeclaration' },
					{ name: 'Exchange Rate', value: 'exchangeRate' },
					{ name: 'Notification', value: 'notification' },
					{ name: 'Order', value: 'order' },
					{ name: 'Payment', value: 'payment' },
					{ name: 'Profit Sharing', value: 'profitSharing' },
					{ name: 'Refund', value: 'refund' },
					{ name: 'Settlement', value: 'settlement' },
				],
				default: 'notification',
			},
			...account.description,
			...notification.description,
			...order.description,
			...payment.description,
			...refund.description,
			...bill.description,
			...complaint.description,
			...customsDeclaration.description,
			...profitSharing.description,
			...settlement.description,
			...exchangeRate.description,
		],
	};

	methods = { credentialTest: { acquirerWebhookApiTest, wechatPayApiTest } };

	execute = route({
		account,
		bill,
		complaint,
		customsDeclaration,
		exchangeRate,
		notification,
		order,
		payment,
		profitSharing,
		refund,
		settlement,
	});
}

import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { toNodeError } from '../shared/node-error';
import { warnOnce } from '../shared/receiving/environment-warnings';
import { receiveWebhook } from '../shared/receiving/receive-webhook';
import { webhookFields } from '../shared/receiving/webhook-fields';
import { wechatPayAccount } from '../shared/wechat-pay-account';
import { wechatPayApiTest } from '../shared/wechat-pay-credential-test';
import { hints, properties } from './shared/properties';
import { wechatPay } from './shared/receive-webhook';

/**
 * Starts the workflow when a WeChat Pay order is paid or refunded.
 *
 * Put this node's production URL into `notify_url` when the shop creates an order. Every notification is
 * verified on its raw bytes first; what is not from WeChat Pay is answered 4xx and starts nothing.
 * Notifications that arrive together start one execution with one item each.
 */
export class WechatPayTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Pay Trigger',
		name: 'wechatPayTrigger',
		icon: { light: 'file:wechatPayTrigger.svg', dark: 'file:wechatPayTrigger.dark.svg' },
		group: ['trigger'],
		// Version 1 would make n8n evaluate an expression for every call.
		version: 2,
		subtitle:
			'={{$parameter["acknowledge"] === "onReceived" ? "answers at once" : "the workflow answers"}}',
		description:
			'Starts the workflow when a WeChat Pay order is paid or refunded, or a buyer complains',
		eventTriggerDescription: 'Waiting for a payment notification of WeChat Pay',
		activationMessage: 'Your workflow now receives payments. Use the production URL as notify_url.',
		builderHint: {
			searchHint:
				'Starts with a verified payment. Continue with SKU Map (Map to Products), Odoo Sale (Record Paid Order) and WeChat Pay (Acknowledge), in this order.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-wechat-odoo.skuMap',
					relationHint: 'Maps the order lines to products',
				},
				{ nodeType: 'n8n-nodes-wechat-odoo.odooSale', relationHint: 'Records the paid order' },
				{ nodeType: 'n8n-nodes-wechat-odoo.wechatPay', relationHint: 'Acknowledges the payment' },
			],
		},
		defaults: { name: 'WeChat Pay Trigger' },
		inputs: [],
		// A refund never takes the way of a payment.
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Payment', 'Refund', 'Complaint'],
		credentials: [{ name: 'wechatPayApi', required: true, testedBy: 'wechatPayApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				...webhookFields(process.env.EXECUTIONS_MODE),
				// Without it n8n answers with the name of its default.
				responseData: '',
				path: 'webhook',
			},
		],
		hints,
		properties,
	};

	methods = { credentialTest: { wechatPayApiTest } };

	webhookMethods = {
		default: {
			/** Nothing is registered at WeChat Pay (`notify_url` travels with each order): always go on to `create`. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},

			/** Publishing fails, and says why, with a credential that could not receive anything. */
			async create(this: IHookFunctions): Promise<boolean> {
				const node = this.getNode();
				try {
					wechatPayAccount(await this.getCredentials('wechatPayApi'));
				} catch (error) {
					throw toNodeError(node, error);
				}
				warnOnce((warning) => this.logger.warn(`WeChat Pay Trigger: ${warning}`));
				return true;
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveWebhook(this, wechatPay);
	}
}

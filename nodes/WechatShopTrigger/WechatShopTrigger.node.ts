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
import { shopBackendApiTest } from '../shared/shop-backend';
import { wechatShopApiTest } from '../shared/wechat-api-credential-test';
import { pushAccountFrom } from './shared/account';
import { hints, properties } from './shared/properties';
import { addressCheck, wechatShop } from './shared/receive-event';

/**
 * Starts the workflow when something happens in a WeChat Shop (微信小店).
 *
 * Every event is verified and decrypted first; what is not from WeChat is answered 4xx and starts nothing.
 * Events that arrive together start one execution with one item each. An event only names the order: WeChat
 * Shop reads it.
 */
export class WechatShopTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Shop Trigger',
		name: 'wechatShopTrigger',
		icon: { light: 'file:wechatShopTrigger.svg', dark: 'file:wechatShopTrigger.dark.svg' },
		group: ['trigger'],
		// Version 1 would make n8n evaluate an expression for every call.
		version: 2,
		subtitle:
			'={{$parameter["acknowledge"] === "onReceived" ? "answers at once" : "the workflow answers"}}',
		description:
			'Starts the workflow when a WeChat Shop order or after-sale changes, or stock runs out',
		eventTriggerDescription: 'Waiting for an event of the WeChat Shop',
		activationMessage:
			'Your workflow now receives events. Enter the production URL in the message push of the WeChat Shop.',
		defaults: { name: 'WeChat Shop Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Order', 'After-Sale', 'Stock'],
		credentials: [
			{ name: 'wechatShopApi', required: true, testedBy: 'wechatShopApiTest' },
			{
				name: 'shopBackendApi',
				required: true,
				testedBy: 'shopBackendApiTest',
				displayOptions: { show: { forwarded: [true] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				...webhookFields(process.env.EXECUTIONS_MODE),
				// Without it n8n answers with the name of its default.
				responseData: '',
				path: 'webhook',
			},
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'webhook' },
		],
		hints,
		properties,
	};

	methods = { credentialTest: { shopBackendApiTest, wechatShopApiTest } };

	webhookMethods = {
		default: {
			/** The address is entered in the shop's console by hand: always go on to `create`. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},

			/** Publishing fails, and says why, with a credential that could not receive anything. */
			async create(this: IHookFunctions): Promise<boolean> {
				const node = this.getNode();
				try {
					pushAccountFrom(await this.getCredentials('wechatShopApi'));
				} catch (error) {
					throw toNodeError(node, error);
				}
				warnOnce((warning) => this.logger.warn(`WeChat Shop Trigger: ${warning}`));
				return true;
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const isCheck = this.getWebhookName() === 'setup';
		return await receiveWebhook(this, isCheck ? addressCheck : wechatShop);
	}
}

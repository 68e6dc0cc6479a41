import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { pushObstacle } from '../../lib/changes/push-obstacle';
import { register, unregister } from '../../lib/changes/registration';
import * as choices from '../shared/odoo-choices';
import { toNodeError } from '../shared/node-error';
import { odooClient } from '../shared/odoo-connection';
import { odooForWechatApiTest } from '../shared/odoo-credential-test';
import { triggerEvent, type EventName } from './shared/events';
import { properties } from './shared/properties';
import { ensurePushKey } from './shared/push-key';
import { pushTarget } from './shared/push-target';
import { receivePush } from './shared/receive-push';
import { startWatching } from './shared/start-watching';
import { stopWatcher } from './shared/watchers';

/**
 * Starts the workflow when something changes in Odoo: stock, finished deliveries, cancelled orders,
 * returns, credit notes and requested refunds.
 *
 * Odoo pushes where it can; looks at intervals find what was not pushed. Changes that come together
 * start one execution, with one item for each record and its newest state.
 */
export class OdooTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Odoo Trigger',
		name: 'odooTrigger',
		icon: { light: 'file:odooTrigger.svg', dark: 'file:odooTrigger.dark.svg' },
		group: ['trigger'],
		// Version 1 would make n8n evaluate an expression for every push.
		version: 2,
		subtitle:
			'={{ $parameter["event"].charAt(0).toUpperCase() + $parameter["event"].slice(1).replace(/([A-Z])/g, " $1") }}',
		description:
			'Starts the workflow when stock, deliveries, orders, returns or credit notes change in Odoo',
		eventTriggerDescription: 'Waiting for a change in Odoo',
		activationMessage: 'Your workflow now starts when Odoo changes.',
		defaults: { name: 'Odoo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'odooForWechatApi', required: true, testedBy: 'odooForWechatApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n answers with the name of its default.
				responseData: '',
				path: 'webhook',
				// Odoo is told the address by this node: there is nothing to copy.
				ndvHideUrl: true,
			},
		],
		properties,
	};

	methods = {
		credentialTest: { odooForWechatApiTest },
		loadOptions: { ...choices },
	};

	webhookMethods = {
		default: {
			/** The watcher creates the rule in Odoo, now and later. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},

			/** Publishing fails, and says why, with a credential that does not open Odoo. */
			async create(this: IHookFunctions): Promise<boolean> {
				try {
					const odoo = await odooClient(this);
					await odoo.userId();
					const webhookUrl = this.getNodeWebhookUrl('default') ?? '';
					if (this.getActivationMode() !== 'manual') {
						Object.assign(this.getWorkflowStaticData('node'), { webhookUrl });
						ensurePushKey(this, webhookUrl);
						return true;
					}
					const { rule, target } = await registration(this);
					const obstacle = await pushObstacle(odoo);
					if (obstacle) throw cannotTest(this, obstacle.why);
					await register(odoo, rule, target);
				} catch (error) {
					throw toNodeError(this.getNode(), error);
				}
				return true;
			},

			/** Removes the rule from Odoo, when the watcher cannot create it again. */
			async delete(this: IHookFunctions): Promise<boolean> {
				const test = this.getNodeWebhookUrl('default')?.includes('-test/') ?? false;
				if (!test) await stopWatcher(this);
				try {
					const odoo = await odooClient(this);
					if (await pushObstacle(odoo)) return true;
					await unregister(odoo, (await registration(this)).target);
				} catch (error) {
					throw toNodeError(this.getNode(), error);
				}
				return true;
			},
		},
	};

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		try {
			return await startWatching(this);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		try {
			return await receivePush(this);
		} catch (error) {
			// A throw would store an execution, which anybody could cause.
			this.logger.error(`Odoo Trigger could not receive a push: ${String(error)}`);
			this.getResponseObject().status(500).json({ message: 'The push was not received.' });
			return { noWebhookResponse: true };
		}
	}
}

async function registration(context: IHookFunctions) {
	const event = context.getNodeParameter('event') as EventName;
	const webhookUrl = context.getNodeWebhookUrl('default') ?? '';
	const target = pushTarget(webhookUrl, ensurePushKey(context, webhookUrl), event);
	return { rule: triggerEvent(event, {}).rule, target };
}

const cannotTest = (context: IHookFunctions, obstacle: string) =>
	new NodeOperationError(context.getNode(), obstacle, {
		description:
			'A test waits for a push from Odoo. Publish the workflow to poll at intervals instead. For sample data, run Odoo Stock or Get Many of Odoo Sale.',
	});

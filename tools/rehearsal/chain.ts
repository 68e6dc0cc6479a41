import type { Sandbox } from '../../sandbox';
import { odooFields } from '../services/odoo-fields';
import {
	acknowledging,
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type AcknowledgeMode,
} from '../services/ordering-stack';
import type { N8nClient } from '../services/n8n-client';
import type { QueueSize } from '../services/n8n-queue';
import type { OdooAdmin } from '../services/odoo-admin';
import type { ProductToSeed } from '../services/odoo-seed';
import type { DatabaseFailover } from '../services/postgres-server';
import { cleanUpAtExit } from '../services/processes';
import { troubleProxy, type TroubleProxy } from '../services/proxy';
import { publishRetry } from '../services/retry-template';
import { shopFields } from '../../test/support/server-api-credentials';
import { openOwnServers } from './own-chain';
import { shopSandbox } from './shop-sandbox';
import type { KillableN8n, OwnServers, SandboxSetting, Servers } from './servers';

export type { KillableN8n, OwnServers } from './servers';

/** The chain under rehearsal: sandbox → proxy → n8n → proxy → Odoo. */
export interface Chain {
	sandbox: Sandbox;
	/** How far WeChat's clock is ahead. */
	clock: { aheadMs: number };
	callbackProxy: TroubleProxy;
	client: N8nClient;
	/** Absent where n8n is not ours to kill. */
	n8n?: KillableN8n;
	/** Odoo's PostgreSQL, and n8n's where it has one. */
	databases: DatabaseFailover[];
	odooProxy: TroubleProxy;
	admin: OdooAdmin;
	workflowId: string;
	/** Where WeChat posts: the trigger's production URL, by way of the proxy. */
	notifyUrl: string;
	stop(): Promise<void>;
}

export interface ChainOptions {
	products: ProductToSeed[];
	mode: AcknowledgeMode;
	/** Length of a second of WeChat's resend schedule. */
	timeScale: number;
	/** Whether the orders come from a WeChat Shop. */
	inShop?: boolean;
	/** Started here when absent. */
	own?: OwnServers;
	/** Of an n8n that is started here: queue mode, or a disk that can be filled. */
	queue?: QueueSize;
	diskMegabytes?: number;
}

/**
 * Starts what is missing, seeds the products and publishes the ordering template in this mode; where it
 * acknowledges immediately, also the template that retries, in an n8n that was started here.
 */
export async function startChain(options: ChainOptions): Promise<Chain> {
	const clock = { aheadMs: 0 };
	const sandboxOptions = { timeScale: options.timeScale, now: () => Date.now() + clock.aheadMs };
	const servers = options.own
		? await openOwnServers(options.own, options.products, sandboxOptions)
		: await demoServers(options, sandboxOptions);
	const { odoo, admin, client, n8n, killable } = servers;
	const { inShop = false, products } = options;
	const sandbox = inShop ? shopSandbox(servers.sandbox, products) : servers.sandbox;
	const stops: Array<() => Promise<void>> = [servers.stop];
	const stop = async () => {
		for (let next = stops.pop(); next; next = stops.pop()) await next();
	};
	cleanUpAtExit(stop);
	try {
		const odooProxy = await troubleProxy(odoo.url);
		const { webhookUrl = n8n.url } = n8n;
		const callbackProxy = await troubleProxy(webhookUrl);
		stops.push(odooProxy.close, callbackProxy.close);
		const credentials = {
			wechatPayApi: await client.createCredential('wechatPayApi', 'WeChat Pay (rehearsal)', {
				...sandbox.credential,
			}),
			odooForWechatApi: await client.createCredential('odooForWechatApi', 'Odoo (rehearsal)', {
				...odooFields(odoo),
				url: odooProxy.url,
			}),
			...(inShop && {
				wechatShopApi: await client.createCredential('wechatShopApi', 'WeChat Shop (rehearsal)', {
					...shopFields(sandbox),
				}),
			}),
		};
		const file = inShop ? 'shop-ordering.json' : 'ordering.json';
		const template = acknowledging(await readTemplate(file), options.mode);
		const rehearsal = { ...template, name: `Rehearsal: ${template.name}` };
		const workflow = await publishTemplate({ client, credentials }, rehearsal);
		if (options.mode === 'immediately' && killable) {
			const everySeconds = Math.max(5, Math.round(60 * options.timeScale));
			await publishRetry({ client, credentials, n8n: killable }, workflow.id, everySeconds);
		}
		// The workflow stays, with its executions to look at; the keys in the credentials do not.
		const leave = async () => {
			await client.unpublish(workflow.id);
			for (const one of Object.values(credentials)) await client.removeCredential(one);
		};
		if (options.own) stops.push(leave);
		const notifyUrl = workflow.notifyUrl.replace(webhookUrl, callbackProxy.url);
		return {
			...{ sandbox, clock, callbackProxy, client, odooProxy, admin, notifyUrl, stop },
			...(killable ? { n8n: killable } : {}),
			databases: [odoo.failover, killable?.database].filter((one) => one !== undefined),
			workflowId: workflow.id,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function demoServers(
	{ products, queue, diskMegabytes }: ChainOptions,
	sandbox: SandboxSetting,
): Promise<Servers> {
	const stack = await startOrderingStack({
		...{ products, sandbox },
		...(queue ? { queue } : {}),
		...(diskMegabytes === undefined ? {} : { diskMegabytes }),
	});
	return { ...stack, killable: stack.n8n };
}

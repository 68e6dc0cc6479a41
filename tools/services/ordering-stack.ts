import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import type { Template } from '../package/template-check';
import { odooFields } from './odoo-fields';
import { startN8n, type N8nServer } from './n8n';
import { startN8nQueue, type QueueSize } from './n8n-queue';
import { n8nClient, type N8nClient } from './n8n-client';
import { startOdoo } from './odoo';
import { odooAdmin, type OdooAdmin } from './odoo-admin';
import { seedProducts, type ProductToSeed } from './odoo-seed';
import type { OdooServer } from './odoo-server';
import { packTarball } from './pack';
import { startPackedN8n } from './packed-n8n';
import { cleanUpAtExit } from './processes';
import { progressFor, type Progress } from './progress';
import { INSTALLATIONS } from './remaining-time';

/** The whole chain on this machine: real Odoo, real n8n with the packed package, the sandbox. */
export interface OrderingStack {
	odoo: OdooServer;
	admin: OdooAdmin;
	/** Database ids of the seeded products by SKU. */
	products: Record<string, number>;
	sandbox: Sandbox;
	n8n: N8nServer;
	client: N8nClient;
	/** Credentials by type, as `importWorkflow` takes them. */
	credentials: Record<string, { id: string; name: string }>;
	stop(): Promise<void>;
}

export interface StackOptions {
	products: ProductToSeed[];
	/** What a test run may have prepared in Odoo's database, as `startOdoo` takes it. */
	odooTemplate?: string;
	sandbox?: SandboxOptions;
	n8nEnv?: Record<string, string>;
	/** Another state of the package than this one, as npm published it. */
	tarball?: string;
	/** Queue mode with so many processes; one process on SQLite when absent. */
	queue?: QueueSize;
	/** Size of a disk of n8n's own, which can be filled. Not in queue mode, whose data is in PostgreSQL. */
	diskMegabytes?: number;
}

/** Starts the services side by side and fills in the credentials. What fails is stopped again. */
export async function startOrderingStack(options: StackOptions): Promise<OrderingStack> {
	const stops: Array<() => Promise<void>> = [];
	const stop = async () => {
		for (let next = stops.pop(); next; next = stops.pop()) await next();
	};
	cleanUpAtExit(stop);
	const started = <T extends { stop(): Promise<void> }>(service: T): T => {
		stops.push(async () => await service.stop());
		return service;
	};
	try {
		const starting = [
			startOdoo('19', progressFor('odoo 19', INSTALLATIONS.odoo), options.odooTemplate).then(
				started,
			),
			startStackN8n(progressFor('n8n', INSTALLATIONS.n8n), options).then(started),
			createSandbox(options.sandbox).then(started),
		] as const;
		// When one fails, the others start to the end: only then can they be stopped.
		await Promise.allSettled(starting);
		const [odoo, n8n, sandbox] = await Promise.all(starting);
		const products = await seedProducts(odooAdmin(odoo), odoo, options.products);
		const client = await n8nClient(n8n);
		const credentials = {
			wechatPayApi: await client.createCredential('wechatPayApi', 'WeChat Pay (sandbox)', {
				...sandbox.credential,
			}),
			odooForWechatApi: await client.createCredential(
				'odooForWechatApi',
				'Odoo (demo)',
				odooFields(odoo),
			),
			shopBackendApi: await client.createCredential('shopBackendApi', 'Mall (sandbox)', {
				...{ url: `${sandbox.url}/mall`, secret: sandbox.mall.secret },
			}),
		};
		return { odoo, admin: odooAdmin(odoo), products, sandbox, n8n, client, credentials, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Only an n8n with settings of its own is started for this stack alone. */
async function startStackN8n(
	progress: Progress,
	{ n8nEnv: env = {}, tarball: given, queue, diskMegabytes }: StackOptions,
): Promise<N8nServer> {
	const plain = !queue && !given && diskMegabytes === undefined && Object.keys(env).length === 0;
	if (plain) return await startPackedN8n(progress);
	const tarball = given ?? (await packTarball(progress));
	if (queue) return await startN8nQueue({ tarball, progress, env }, queue);
	const disk = diskMegabytes === undefined ? {} : { diskMegabytes };
	return await startN8n({ tarball, progress, env, ...disk });
}

export async function readTemplate(file: string): Promise<Template> {
	const text = await readFile(join(__dirname, '..', '..', 'workflows', file), 'utf8');
	return JSON.parse(text) as Template;
}

/** How WeChat is answered: as soon as n8n has stored the payment, or when the workflow says so. */
export type AcknowledgeMode = 'immediately' | 'workflow';

/** The same template, its trigger answering in this mode. */
export function acknowledging(template: Template, mode: AcknowledgeMode): Template {
	const acknowledge = mode === 'immediately' ? 'onReceived' : 'responseNode';
	return {
		...template,
		name: `${template.name} (${mode})`,
		nodes: template.nodes.map((node) =>
			/^WeChat (Pay|Shop) Trigger$/.test(node.name)
				? { ...node, parameters: { ...node.parameters, acknowledge } }
				: node,
		),
	};
}

/** The same template, which gives a batch so many seconds to be recorded: for tests that measure something else. */
export const patient = (template: Template, timeBudget: number): Template => ({
	...template,
	nodes: template.nodes.map((node) =>
		['Record Paid Order', 'Hold Stock'].includes(node.name)
			? { ...node, parameters: { ...node.parameters, options: { timeBudget } } }
			: node,
	),
});

/** Imports and publishes a template; answers with the trigger's production URL. */
export async function publishTemplate(
	{ client, credentials }: Pick<OrderingStack, 'client' | 'credentials'>,
	template: Template,
): Promise<{ id: string; notifyUrl: string }> {
	const workflow = await client.importWorkflow(template, credentials);
	await client.publish(workflow.id);
	const [notifyUrl] = Object.values(workflow.webhookUrls);
	if (!notifyUrl) throw new Error(`${template.name} has no webhook`);
	return { id: workflow.id, notifyUrl };
}

import { cpus, loadavg } from 'node:os';

import type { AcknowledgeMode } from '../services/ordering-stack';
import type { QueueSize } from '../services/n8n-queue';
import type { Progress } from '../services/progress';
import { audit } from './audit';
import { startChain, type OwnServers } from './chain';
import { placeFaults, type PlannedFault } from './faults';
import { unitsOrdered, planOrders } from './plan';
import { deliveriesOf, play } from './play';
import { productsToSeed, rehearsalProducts } from './products';
import type { CampaignProfile } from './profiles';
import { randomNumbers } from './random';
import { makeReport, type RehearsalReport } from './report';
import { testOrders, TEST_PRODUCT } from './test-orders';

export interface Rehearsal {
	profile: CampaignProfile;
	mode: AcknowledgeMode;
	/** How many times faster than the profile, WeChat's resends included. */
	compress: number;
	/** The same seed makes the same campaign, with its faults at the same moments. */
	seed: string;
	faults: Array<Omit<PlannedFault, 'atS'>>;
	/** Units in stock of the hot product; as many as are ordered by default. */
	hotStock?: number;
	own?: OwnServers;
	/** Queue mode with so many processes. */
	queue?: QueueSize;
}

/** Room for n8n with the package and some thousand executions. */
export const DISK_MEGABYTES = 400;

/** Plays a campaign through the real chain and reports. What was started is stopped again. */
export async function rehearse(rehearsal: Rehearsal, progress: Progress): Promise<RehearsalReport> {
	const { profile, mode, compress, seed } = rehearsal;
	const products = rehearsalProducts(profile.products);
	const orders = planOrders(profile, products, randomNumbers(`${seed} orders`));
	const units = unitsOrdered(orders);
	const stockOf = (sku: string) =>
		(sku === products[0].sku ? rehearsal.hotStock : undefined) ?? units.get(sku) ?? 0;
	const chain = await startChain({
		products: [...productsToSeed(products, stockOf), ...productsToSeed([TEST_PRODUCT], () => 100)],
		mode,
		timeScale: 1 / compress,
		...(profile.inShop && { inShop: true }),
		...(rehearsal.own ? { own: rehearsal.own } : {}),
		...(rehearsal.queue ? { queue: rehearsal.queue } : {}),
		...(rehearsal.faults.some(({ kind }) => kind === 'disk-full')
			? { diskMegabytes: DISK_MEGABYTES }
			: {}),
	});
	try {
		await testOrders(chain, rehearsal.queue, progress);
		const times = orders.map(({ atMs }) => atMs / compress);
		const faults = placeFaults(rehearsal.faults, times, randomNumbers(`${seed} places`));
		const { paid, watch, missing } = await play(
			chain,
			{ orders, faults, compress, seed },
			progress,
		);
		progress('counting orders, lines and stock in Odoo');
		const skus = products.map(({ sku }) => sku);
		const executions = async (status: string) =>
			await chain.client.executionCount(chain.workflowId, [status]);
		return makeReport({
			setting: {
				...{ profile, mode, compress, seed, faults },
				servers: rehearsal.own ? 'your own' : 'started here',
				...(rehearsal.queue ? { queue: rehearsal.queue } : {}),
				machine: { cores: cpus().length, loadAverage: loadavg()[0] ?? 0 },
			},
			paid,
			seen: watch.seen,
			deliveries: deliveriesOf(chain.sandbox, paid),
			missing,
			audit: await audit(chain.admin, paid, skus),
			odooCalls: chain.odooProxy.answered.filter(({ call }) => !call.startsWith('GET ')),
			executions: { failed: await executions('error'), crashed: await executions('crashed') },
		});
	} finally {
		await chain.stop();
	}
}

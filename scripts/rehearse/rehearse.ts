import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import type { AcknowledgeMode } from '../ordering-stack';
import type { Progress } from '../services/progress';
import { audit } from './audit';
import { startChain, type Chain, type OwnServers } from './chain';
import { placeFaults, type PlannedFault } from './faults';
import { makeTrouble } from './make-trouble';
import { piecesOrdered, planOrders, type PlannedOrder } from './plan';
import { productsToSeed, rehearsalProducts } from './products';
import type { CampaignProfile } from './profiles';
import { randomNumbers } from './random';
import { makeReport, type RehearsalReport } from './report';
import { comeToRest, recover, settle, type Missing } from './settle';
import { surge, type Paid } from './surge';
import { watchOrders, type Watch } from './watch';

export interface Rehearsal {
	profile: CampaignProfile;
	mode: AcknowledgeMode;
	/** How many times faster than the profile, WeChat's resends included. */
	compress: number;
	/** The same seed makes the same campaign, with its faults at the same moments. */
	seed: string;
	faults: Array<Omit<PlannedFault, 'atS'>>;
	/** Pieces in stock of the hot product: as many as are ordered unless given. */
	hotStock?: number;
	own?: OwnServers;
}

const LOOK_EVERY_MS = 500;
const TELL_EVERY_MS = 5000;

/** Plays a campaign through the real chain and reports. What was started is stopped again. */
export async function rehearse(rehearsal: Rehearsal, progress: Progress): Promise<RehearsalReport> {
	const { profile, mode, compress, seed } = rehearsal;
	const products = rehearsalProducts(profile.products);
	const orders = planOrders(profile, products, randomNumbers(`${seed} orders`));
	const pieces = piecesOrdered(orders);
	const stockOf = (sku: string) =>
		(sku === products[0].sku ? rehearsal.hotStock : undefined) ?? pieces.get(sku) ?? 0;
	const chain = await startChain({
		products: productsToSeed(products, stockOf),
		mode,
		timeScale: 1 / compress,
		...(rehearsal.own ? { own: rehearsal.own } : {}),
	});
	try {
		const times = orders.map(({ atMs }) => atMs / compress);
		const faults = placeFaults(rehearsal.faults, times, randomNumbers(`${seed} places`));
		const { paid, watch, missing } = await play(chain, orders, faults, rehearsal, progress);
		progress('counting orders, lines and stock in Odoo');
		const skus = products.map(({ sku }) => sku);
		const executions = async (status: string) =>
			await chain.client.executionCount(chain.workflowId, [status]);
		return makeReport({
			setting: {
				...{ profile, mode, compress, seed, faults },
				servers: rehearsal.own ? 'your own' : 'started here',
				machine: { cores: cpus().length, loadAverage: loadavg()[0] ?? 0 },
			},
			paid,
			seen: watch.seen,
			deliveries: chain.sandbox.deliveries(),
			missing,
			audit: await audit(chain.admin, paid, skus),
			odooCalls: chain.odooProxy.answered.filter(({ call }) => !call.startsWith('GET ')),
			executions: { failed: await executions('error'), crashed: await executions('crashed') },
		});
	} finally {
		await chain.stop();
	}
}

async function play(
	chain: Chain,
	orders: PlannedOrder[],
	faults: PlannedFault[],
	{ compress, seed }: Rehearsal,
	progress: Progress,
): Promise<{ paid: Paid[]; watch: Watch; missing: Missing }> {
	const watch = watchOrders(chain.admin, Date.now);
	const paid: Paid[] = [];
	const over = new AbortController();
	const watching = keepLooking(watch, over.signal);
	const told = setInterval(() => progress(state(chain, paid, watch)), TELL_EVERY_MS);
	try {
		progress(`${orders.length} buyers pay`);
		await Promise.all([
			makeTrouble(chain, faults, randomNumbers(`${seed} trouble`), progress),
			surge(chain, orders, compress, (one) => {
				watch.add(one.payment.transaction_id);
				paid.push(one);
			}),
		]);
		progress('all have paid; waiting for the last orders');
		await settle(paid, watch);
		const missing = await recover(chain, paid, watch);
		await comeToRest(chain, 60_000);
		await watch.look();
		return { paid, watch, missing };
	} finally {
		clearInterval(told);
		over.abort();
		await watching;
	}
}

async function keepLooking(watch: Watch, over: AbortSignal): Promise<void> {
	while (!over.aborted) {
		// An Odoo that is too busy to be looked at is looked at later.
		await watch.look().catch(() => undefined);
		await sleep(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
	}
}

function state({ sandbox, odooProxy }: Chain, paid: Paid[], { seen }: Watch): string {
	const deliveries = sandbox.deliveries();
	const acknowledged = new Set(
		deliveries.filter((one) => one.acknowledged).map(({ transaction_id }) => transaction_id),
	);
	const reserved = [...seen.values()].filter(({ reservedAtMs }) => reservedAtMs !== undefined);
	const resends = deliveries.filter(({ attempt }) => attempt > 1).length;
	return (
		`${paid.length} paid, ${acknowledged.size} acknowledged, ${reserved.length} reserved, ` +
		`${resends} resends, ${odooProxy.calls.length} Odoo calls`
	);
}

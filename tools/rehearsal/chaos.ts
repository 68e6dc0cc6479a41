import type { AcknowledgeMode } from '../services/ordering-stack';
import type { QueueSize } from '../services/n8n-queue';
import type { Progress } from '../services/progress';
import { canHaveSmallDisk } from '../services/small-disk';
import { audit, type Audit } from './audit';
import { startChain, type Chain } from './chain';
import { chooseFaults, faultsFor, placeFaults, type PlannedFault } from './faults';
import { planOrders } from './plan';
import { play } from './play';
import { productsToSeed, rehearsalProducts } from './products';
import { PROFILES, type CampaignProfile } from './profiles';
import { randomNumbers } from './random';
import { DISK_MEGABYTES } from './rehearse';

export interface Chaos {
	/** One run each. */
	seeds: string[];
	/** Payments of a run. */
	orders: number;
	mode: AcknowledgeMode;
	/** Queue mode with so many processes; one process when absent. */
	queue?: QueueSize;
}

/** What came of one run. */
export interface ChaosRun extends Omit<Audit, 'short'> {
	seed: string;
	faults: PlannedFault[];
	/** Payments that had no confirmed order before they were notified again. */
	missing: number;
	/** Odoo holds exactly what was paid, order by order. */
	agrees: boolean;
}

/** A minute of the campaign takes 8 seconds, and faults last a third of their usual time. */
const COMPRESS = 7.5;
const FAULT_PACE = 3;
/** Ten minutes of the campaign: what was acknowledged is recorded by then, and WeChat has sent the rest again. */
const PATIENCE_MS = 80_000;

/**
 * Lets surges meet random sets of faults, run after run on one chain; after each, what is missing is
 * notified again, as the comparison with WeChat's bill would, and Odoo is counted against what was paid.
 */
export async function chaos(
	{ seeds, orders, mode, queue }: Chaos,
	progress: Progress,
): Promise<ChaosRun[]> {
	const profile: CampaignProfile = { ...PROFILES[0], orders, seconds: 60 };
	const products = rehearsalProducts(profile.products);
	const stock = seeds.length * orders * 2;
	const full = canHaveSmallDisk() && !queue;
	const chain = await startChain({
		...{ products: productsToSeed(products, () => stock), mode, timeScale: 1 / 30 },
		...(queue ? { queue } : {}),
		...(full ? { diskMegabytes: DISK_MEGABYTES } : {}),
	});
	const possible = faultsFor(queue !== undefined)
		.filter((kind) => kind !== 'disk-full' || full)
		.filter((kind) => kind !== 'database-failover' || chain.databases.length > 0);
	const runs: ChaosRun[] = [];
	try {
		for (const seed of seeds) {
			const planned = planOrders(profile, products, randomNumbers(`${seed} orders`));
			const faults = placeFaults(
				chooseFaults(randomNumbers(`${seed} faults`), possible, FAULT_PACE),
				planned.map(({ atMs }) => atMs / COMPRESS),
				randomNumbers(`${seed} places`),
			);
			progress(
				`seed ${seed}: ${faults.map(({ kind, seconds }) => `${kind}:${seconds}`).join(', ')}`,
			);
			const run = await runOnce(chain, { orders: planned, faults, seed }, progress);
			progress(`seed ${seed}: ${run.agrees ? 'agrees' : 'DISAGREES'} ${JSON.stringify(run)}`);
			runs.push(run);
		}
		return runs;
	} finally {
		await chain.stop();
	}
}

async function runOnce(
	chain: Chain,
	{ orders, faults, seed }: Pick<Parameters<typeof play>[1], 'orders' | 'faults' | 'seed'>,
	progress: Progress,
): Promise<ChaosRun> {
	const plan = { orders, faults, seed, compress: COMPRESS, patienceMs: PATIENCE_MS };
	const { paid, missing } = await play(chain, plan, progress);
	const skus = [...new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
	const { lost, drafts, doubled, wrong, oversold } = await audit(chain.admin, paid, skus);
	return {
		...{ seed, faults, lost, drafts, doubled, wrong, oversold },
		missing: missing.acknowledged + missing.waiting,
		agrees: paid.length === orders.length && lost + doubled + wrong + oversold === 0,
	};
}

import { chaos } from '../rehearsal/chaos';
import { USUAL_QUEUE } from '../services/n8n-queue';
import { progressFor } from '../services/progress';
import type { Metric } from './metric';

/** Seeded runs with random faults: both modes of answering, as one process; and some in queue mode. */
const SERIES = [
	{ name: 'one process, the workflow answers', mode: 'workflow', from: 1, runs: 8 },
	{ name: 'one process, answered at once', mode: 'immediately', from: 9, runs: 8 },
	{ name: 'queue mode', mode: 'workflow', from: 17, runs: 4, queue: USUAL_QUEUE },
] as const;
const ORDERS = 40;

/** After each run Odoo and the sandbox have to agree order by order. */
export async function run(): Promise<Metric[]> {
	const progress = progressFor('bench chaos');
	const metrics: Metric[] = [];
	for (const series of SERIES) {
		const seeds = Array.from({ length: series.runs }, (_, index) => `chaos ${series.from + index}`);
		const queue = 'queue' in series ? { queue: series.queue } : {};
		const runs = await chaos({ seeds, orders: ORDERS, mode: series.mode, ...queue }, progress);
		const again = runs.reduce((sum, { missing }) => sum + missing, 0);
		metrics.push(
			{
				metric: `${series.name}: runs in which Odoo agrees with WeChat`,
				value: runs.filter(({ agrees }) => agrees).length,
				unit: `of ${series.runs}`,
				goal: { atLeast: series.runs },
			},
			{
				metric: `${series.name}: payments that had to be notified again`,
				value: again,
				unit: 'payments',
				goal: { below: 1 },
			},
		);
	}
	return metrics;
}

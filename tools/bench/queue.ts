import { cpus } from 'node:os';

import { profileNamed } from '../rehearsal/profiles';
import { rehearse, type Rehearsal } from '../rehearsal/rehearse';
import type { RehearsalReport } from '../rehearsal/report';
import { USUAL_QUEUE, type QueueSize } from '../services/n8n-queue';
import { progressFor } from '../services/progress';
import type { Metric } from './metric';
import { receivingRate } from './receiving-rate';

const ONE_OF_EACH: QueueSize = { webhooks: 1, workers: 1 };
const SIZES: Array<{ name: string; queue?: QueueSize }> = [
	{ name: 'one process' },
	{ name: '1 webhook processor, 1 worker', queue: ONE_OF_EACH },
	{
		name: `${USUAL_QUEUE.webhooks} webhook processors, ${USUAL_QUEUE.workers} workers`,
		queue: USUAL_QUEUE,
	},
];
const MODES: Array<Rehearsal['mode']> = ['workflow', 'immediately'];
const KILLED: Rehearsal['faults'] = [
	{ kind: 'worker-killed', seconds: 10 },
	{ kind: 'webhook-killed', seconds: 10 },
];

/**
 * One process, then queue mode in two sizes, on the same machine: what each takes in without an Odoo,
 * and how each gets through the viral surge, WeChat answered by the workflow and at once. At last a
 * worker and a webhook processor are killed in mid-surge.
 */
export async function run(): Promise<Metric[]> {
	const metrics: Metric[] = [{ metric: 'processor cores', value: cpus().length, unit: '' }];
	for (const { name, queue } of SIZES) {
		metrics.push(...(await receivingRate(name, queue, progressFor(`bench queue: ${name}`))));
		for (const mode of MODES) metrics.push(...(await surge(name, { mode, queue })));
	}
	const killed = { mode: 'workflow', queue: USUAL_QUEUE, faults: KILLED } as const;
	metrics.push(...(await surge('a worker and a webhook processor killed', killed)));
	return metrics;
}

type SurgeOf = Pick<Rehearsal, 'mode'> & {
	queue?: QueueSize | undefined;
	faults?: Rehearsal['faults'];
};

async function surge(name: string, { mode, queue, faults = [] }: SurgeOf): Promise<Metric[]> {
	const day = { profile: profileNamed('viral'), compress: 1, seed: 'queue bench' };
	const report = await rehearse(
		{ ...day, mode, faults, ...(queue ? { queue } : {}) },
		progressFor(`bench queue: ${name}, ${mode}`),
	);
	return figures(`${name}, ${mode}`, report);
}

function figures(name: string, report: RehearsalReport): Metric[] {
	const { acknowledgement, ordersPerSecond, reservation } = report;
	const { first, late, refused, cut } = acknowledgement;
	const told = (metric: string, value: number | null, unit: string): Metric => ({
		metric: `${name}: ${metric}`,
		value: value ?? Number.NaN,
		unit,
	});
	const wrong = report.lost + report.doubled + report.oversold + report.wrong;
	return [
		told('acknowledged, p50', first.p50, 'ms'),
		told('acknowledged, p99', first.p99, 'ms'),
		told('first deliveries not acknowledged in 5 s', late + refused + cut, 'deliveries'),
		told('payment to reserved order, p95', reservation.p95, 'ms'),
		told('orders a second in the busiest 10 s', ordersPerSecond.busiest10s, '1/s'),
		{ ...told('lost, doubled, oversold or wrong', wrong, 'orders'), goal: { below: 1 } },
	];
}

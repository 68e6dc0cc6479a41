import { cpus } from 'node:os';

import { profileNamed } from '../../scripts/rehearse/profiles';
import { rehearse } from '../../scripts/rehearse/rehearse';
import type { RehearsalReport } from '../../scripts/rehearse/report';
import { USUAL_QUEUE } from '../../scripts/services/n8n-queue';
import { progressFor } from '../../scripts/services/progress';
import type { Metric } from './metric';

const WAYS = [
	{ name: 'one process' },
	{
		name: `queue mode, ${USUAL_QUEUE.webhooks} webhook processors, ${USUAL_QUEUE.workers} workers`,
		queue: USUAL_QUEUE,
	},
];

/** The viral surge, WeChat answered by the workflow: one process, then queue mode, on the same machine. */
export async function run(): Promise<Metric[]> {
	const metrics: Metric[] = [{ metric: 'processor cores', value: cpus().length, unit: '' }];
	for (const { name, ...way } of WAYS) {
		const report = await rehearse(
			{
				profile: profileNamed('viral'),
				mode: 'workflow',
				compress: 1,
				seed: 'queue bench',
				faults: [],
				...way,
			},
			progressFor(`bench queue: ${name}`),
		);
		metrics.push(...figures(name, report));
	}
	return metrics;
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

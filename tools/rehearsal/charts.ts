import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { barChart, CHART_STYLE, curves } from './chart';
import type { RehearsalReport } from './report';

/** One chart of a rehearsal, as it is on the page. */
export interface Chart {
	/** Part of its file's name. */
	name: string;
	title: string;
	note?: string;
	svg: string;
}

export function chartsOf({ acknowledgement, reservation, timeline }: RehearsalReport): Chart[] {
	return [
		{
			name: 'acknowledged',
			title: 'First deliveries: how long until acknowledged',
			note: 'The dashed line is the 5 seconds that WeChat waits; what is beyond was not acknowledged and is sent again.',
			svg: barChart(
				'Acknowledgement of first deliveries',
				acknowledgement.histogram,
				acknowledgement.limitMs,
			),
		},
		{
			name: 'reserved',
			title: 'From payment to reserved order',
			svg: barChart('Time from payment to reserved order', reservation.histogram),
		},
		{
			name: 'over-time',
			title: 'Over time',
			svg: curves(
				'Payments, acknowledgements and reserved orders over time',
				timeline.stepSeconds,
				[
					{ name: 'paid', values: timeline.paid },
					{ name: 'acknowledged', values: timeline.acknowledged },
					{ name: 'reserved', values: timeline.reserved },
				],
			),
		},
	];
}

/** Writes each chart as a picture, `<start>-<name>.svg`. @returns their paths */
export async function writeCharts(
	report: RehearsalReport,
	folder: string,
	start: string,
): Promise<string[]> {
	await mkdir(folder, { recursive: true });
	return await Promise.all(
		chartsOf(report).map(async ({ name, svg }) => {
			const path = join(folder, `${start}-${name}.svg`);
			await writeFile(path, `${alone(svg)}\n`);
			return path;
		}),
	);
}

const alone = (svg: string): string =>
	svg.replace(
		/<svg ([^>]+)>/,
		`<svg xmlns="http://www.w3.org/2000/svg" $1><style>${CHART_STYLE}</style>`,
	);

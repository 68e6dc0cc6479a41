import type { Cell } from './acknowledge';
import { WAYS, type Way } from './acknowledge-workflows';
import type { Burst } from './burst';
import { median, percentile, type Metric } from './metric';

const THEIRS = "n8n's Webhook node";
const AUTHENTICATED = "n8n's Webhook node with Header Auth";
const OURS: Way[] = ['immediately', 'by the workflow'];
const NONE_FAILS = 'by the workflow, with a step';
const SOME_FAIL = 'by the workflow, with a step, of which a twentieth fails';

/** The figures of every cell, and the goals under the recommended setting. */
export function acknowledgeMetrics(cells: Cell[]): Metric[] {
	return cells.flatMap((cell) => [...figures(cell), ...goals(cell)]);
}

const nameOf = ({ database, engine, atOnce }: Cell) => `${database}, ${engine}, ${atOnce} at once`;

/** Over the rounds: half of the answers came within, all but a hundredth, answers a second, executions a round. */
function figures(cell: Cell): Metric[] {
	return WAYS.filter((way) => cell.rounds[way].length > 0).flatMap((way) => {
		const rounds = cell.rounds[way];
		const all = rounds.flatMap(({ latencies }) => latencies);
		const figure = (metric: string, value: number, unit: string): Metric => ({
			metric: `${nameOf(cell)}, ${way}: ${metric}`,
			value: Math.round(value),
			unit,
		});
		return [
			figure('p50', percentile(all, 0.5), 'ms'),
			figure('p99', percentile(all, 0.99), 'ms'),
			figure('rate', median(rounds.map(({ rate }) => rate)), '/s'),
			figure('executions', median(rounds.map(({ executions }) => executions)), ''),
		];
	});
}

function goals(cell: Cell): Metric[] {
	const refused = WAYS.filter((way) => way !== SOME_FAIL)
		.flatMap((way) => cell.rounds[way])
		.flatMap(({ statuses }) => statuses.filter((status) => status !== 200));
	const all: Metric = {
		metric: `${nameOf(cell)}: answers other than 200`,
		value: refused.length,
		unit: '',
	};
	if (cell.engine === 'default') return [all];
	return [
		{ ...all, goal: { below: 1 } },
		...(GOALS[cell.atOnce]?.(cell) ?? []).map((metric) => ({
			...metric,
			metric: `${nameOf(cell)}, ${metric.metric}`,
		})),
	];
}

/** By the size of the crowd. */
const GOALS: Record<number, (cell: Cell) => Metric[]> = {
	1: (cell) => [
		{
			metric: 'immediately: p50 beside the Webhook node',
			value: ratio(cell, THEIRS, ({ latencies }) => percentile(latencies, 0.5)),
			unit: 'x',
		},
		{
			metric: 'immediately: p50 beside the Webhook node with Header Auth',
			value: ratio(cell, AUTHENTICATED, ({ latencies }) => percentile(latencies, 0.5)),
			unit: 'x',
			// As fast, with a tenth for what one round differs from the next.
			goal: { below: 1.1 },
		},
	],
	200: (cell) => [
		{
			metric: 'immediately: rate beside the Webhook node',
			value: ratio(cell, THEIRS, ({ rate }) => rate),
			unit: 'x',
			goal: { atLeast: 2 },
		},
		...OURS.map((way) => ({
			metric: `${way}: p99, median of rounds`,
			value: Math.round(
				median(cell.rounds[way].map(({ latencies }) => percentile(latencies, 0.99))),
			),
			unit: 'ms',
			goal: { below: 2000 },
		})),
		...someFail(cell),
	],
	1000: (cell) =>
		OURS.map((way) => ({
			metric: `${way}: slowest answer, median of rounds`,
			value: Math.round(median(cell.rounds[way].map(({ latencies }) => Math.max(...latencies)))),
			unit: 'ms',
			goal: { below: 5000 },
		})),
};

/** What 10 failing payments of 200 cost the other 190: no tenth of their rate, and not their p99. */
function someFail(cell: Cell): Metric[] {
	const beside = (figure: (burst: Burst) => number) => {
		const ratios = cell.rounds[SOME_FAIL].map((one, round) => {
			const other = cell.rounds[NONE_FAILS][round];
			return other ? figure(one) / figure(other) : Number.NaN;
		});
		return Number(median(ratios).toFixed(2));
	};
	const good = ({ latencies, statuses }: Burst) =>
		latencies.filter((_, at) => statuses[at] === 200);
	const refused = cell.rounds[SOME_FAIL].flatMap(({ statuses }) =>
		statuses.filter((status) => status !== 200),
	);
	const metric = (words: string) => `200 of which 10 fail: ${words}`;
	return [
		{
			metric: metric('rate of the good ones beside none that fails'),
			value: beside((one) => (one.rate * good(one).length) / one.latencies.length / 0.95),
			unit: 'x',
			goal: { atLeast: 0.9 },
		},
		{
			metric: metric('p99 of the good ones beside none that fails'),
			value: beside((one) => percentile(good(one), 0.99)),
			unit: 'x',
			goal: { below: 1.12 },
		},
		{
			metric: metric('refused in a round'),
			value: refused.length / cell.rounds[SOME_FAIL].length,
			unit: '',
		},
	];
}

/** Of answering immediately to another way, round by round, so that a slow moment hits both. */
function ratio(cell: Cell, way: Way, figure: (burst: Burst) => number): number {
	const ratios = cell.rounds.immediately.map((one, round) => {
		const other = cell.rounds[way][round];
		return other ? figure(one) / figure(other) : Number.NaN;
	});
	return Number(median(ratios).toFixed(2));
}

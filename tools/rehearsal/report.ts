import type { Delivery } from '../../sandbox';
import type { Facts } from './facts';
import type { Histogram, RehearsalReport, Verdict } from './rehearsal-report';
import { cumulative, histogram, spread } from './statistics';
import { judge } from './verdict';

export type { Histogram, RehearsalReport } from './rehearsal-report';

/** WeChat takes an answer that comes later for none, and sends again. */
export const LIMIT_MS = 5000;
const ACKNOWLEDGEMENT_EDGES_MS = [100, 250, 500, 1000, 2000, 3000, 4000, LIMIT_MS];
const RESERVATION_EDGES_MS = [500, 1000, 2000, 3000, 5000, 10_000, 30_000, 60_000, 300_000];
const STEPS = 60;

/** From what was seen to figures and a verdict: pure. */
export function makeReport(facts: Facts): RehearsalReport {
	const { setting, paid, deliveries, audit, missing, executions, odooCalls } = facts;
	const began = Math.min(...paid.map(({ paidAtMs }) => paidAtMs));
	const first = deliveries.filter(({ attempt, probe }) => attempt === 1 && !probe);
	const acknowledged = first.filter((delivery) => delivery.acknowledged);
	const failed = (failure: Delivery['failure']) =>
		first.filter((delivery) => delivery.failure === failure).length;
	const reservedAt = paid.flatMap(({ payment, paidAtMs }) => {
		const at = facts.seen.get(payment.transaction_id)?.reservedAtMs;
		return at === undefined ? [] : [{ at: at - began, ms: at - paidAtMs }];
	});
	const moments = reservedAt.map(({ at }) => at).sort((one, other) => one - other);
	const endMs = Math.max(1, ...moments, ...paid.map(({ paidAtMs }) => paidAtMs - began));
	const reservedMs = reservedAt.map(({ ms }) => ms);
	const figures: Omit<RehearsalReport, keyof Verdict> = {
		...setting,
		...audit,
		orders: paid.length,
		seconds: round(endMs / 1000),
		acknowledgement: {
			limitMs: LIMIT_MS,
			first: spread(acknowledged.map(({ latency_ms }) => latency_ms)),
			late: failed('timeout'),
			refused: failed('status') + failed('body'),
			cut: failed('connection'),
			histogram: counted(
				first.map((one) => (one.acknowledged ? one.latency_ms : Infinity)),
				ACKNOWLEDGEMENT_EDGES_MS,
			),
		},
		resends: deliveries.filter(({ attempt, probe }) => attempt > 1 && !probe).length,
		reservation: {
			...spread(reservedMs),
			histogram: counted(reservedMs, RESERVATION_EDGES_MS),
		},
		ordersPerSecond: {
			average: round(moments.length / (endMs / 1000)),
			busiest10s: round(busiestRate(moments)),
		},
		odoo: {
			calls: odooCalls.length,
			callsPerOrder: round(odooCalls.length / Math.max(1, paid.length)),
			ms: spread(odooCalls.map(({ ms }) => ms)),
		},
		executions,
		recovery: {
			...missing,
			recovered: Math.max(0, missing.acknowledged + missing.waiting - audit.lost),
		},
		timeline: {
			stepSeconds: round(endMs / STEPS / 1000),
			paid: cumulative(
				paid.map(({ paidAtMs }) => paidAtMs - began),
				endMs,
				STEPS,
			),
			acknowledged: cumulative(acknowledgedAt(deliveries, began), endMs, STEPS),
			reserved: cumulative(moments, endMs, STEPS),
		},
	};
	return { ...figures, ...judge(figures) };
}

const round = (value: number) => Math.round(value * 100) / 100;
const counted = (values: number[], edgesMs: number[]): Histogram => ({
	edgesMs,
	counts: histogram(values, edgesMs),
});

/** When each payment was acknowledged for the first time, in milliseconds from the beginning. */
function acknowledgedAt(deliveries: Delivery[], began: number): number[] {
	const moments = new Map<string, number>();
	for (const { acknowledged, transaction_id, at, latency_ms } of deliveries) {
		const moment = Date.parse(at) + latency_ms - began;
		if (!acknowledged || moment >= (moments.get(transaction_id) ?? Infinity)) continue;
		moments.set(transaction_id, moment);
	}
	return [...moments.values()];
}

/** The most a second over 10 seconds; over the whole time where that is shorter. */
function busiestRate(moments: number[]): number {
	const seconds = Math.max(0.001, Math.min(10, ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / 1000));
	const counts = moments.map(
		(start) => moments.filter((one) => one >= start && one < start + seconds * 1000).length,
	);
	return Math.max(0, ...counts) / Math.max(1, seconds);
}

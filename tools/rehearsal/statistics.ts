/** How values spread, in the values' own unit. `null` without any. */
export interface Spread {
	count: number;
	p50: number | null;
	p95: number | null;
	p99: number | null;
	max: number | null;
}

/** The value below which `share` (0 to 1) of the ascending values lie; nearest rank. */
const rank = (sorted: number[], share: number): number | null =>
	sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

export function spread(values: number[]): Spread {
	const sorted = [...values].sort((one, other) => one - other).map(Math.round);
	return {
		count: sorted.length,
		p50: rank(sorted, 0.5),
		p95: rank(sorted, 0.95),
		p99: rank(sorted, 0.99),
		max: sorted.at(-1) ?? null,
	};
}

/** How many values lie below each edge and not below the one before; the last counts those beyond. */
export function histogram(values: number[], edges: number[]): number[] {
	const counts = new Array<number>(edges.length + 1).fill(0);
	for (const value of values) {
		const place = edges.findIndex((edge) => value < edge);
		const index = place === -1 ? edges.length : place;
		counts[index] = (counts[index] ?? 0) + 1;
	}
	return counts;
}

/** How many of the moments have come by each of `steps` equal steps of the time. */
export function cumulative(moments: number[], endMs: number, steps: number): number[] {
	return Array.from({ length: steps + 1 }, (_, step) => {
		const until = (endMs * step) / steps;
		return moments.filter((moment) => moment <= until).length;
	});
}

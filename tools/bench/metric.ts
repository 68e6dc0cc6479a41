/** One measured figure with the goal it is held to. */
export interface Metric {
	metric: string;
	value: number;
	unit: string;
	/** Absent for figures without a goal. */
	goal?: { atLeast: number } | { below: number };
}

export function passes({ value, goal }: Metric): boolean {
	if (!goal) return true;
	return 'atLeast' in goal ? value >= goal.atLeast : value < goal.below;
}

const goalText = ({ goal }: Metric): string | null => {
	if (!goal) return null;
	return 'atLeast' in goal ? `>= ${goal.atLeast}` : `< ${goal.below}`;
};

/** The table for people, then the one line of JSON for machines. */
export function report(bench: string, metrics: Metric[]): string {
	const rows = metrics.map((metric) => {
		const verdict = metric.goal ? (passes(metric) ? 'met' : 'MISSED') : '';
		const value = `${metric.value} ${metric.unit}`;
		return `${metric.metric.padEnd(72)} ${value.padStart(14)}  ${(goalText(metric) ?? '').padEnd(9)} ${verdict}`;
	});
	const json = {
		bench,
		metrics: metrics.map((metric) => ({
			metric: metric.metric,
			value: metric.value,
			unit: metric.unit,
			goal: goalText(metric),
			pass: passes(metric),
		})),
	};
	return `\n${rows.map((row) => row.trimEnd()).join('\n')}\n\n${JSON.stringify(json)}\n`;
}

/** The value below which `share` (0 to 1) of the values lie; nearest rank. */
export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}

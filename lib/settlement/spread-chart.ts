/** A payout's two spreads in percent; absent where there was no rate to compare with. */
export interface SpreadPoint {
	/** `yyyy-MM-dd` */
	date: string;
	settlement?: number;
	bank?: number;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [860, 260, 48, 28, 16];
const SERIES = [
	{ name: 'settlement', label: 'WeChat: paid to settled', colour: '#0b7a75' },
	{ name: 'bank', label: 'Bank: settled to received', colour: '#b5541c' },
] as const;
const DAY_MS = 24 * 3600 * 1000;

/** Spreads over time as SVG, a line for each conversion; empty text without any point. */
export function spreadChart(points: SpreadPoint[]): string {
	const sorted = [...points].sort((a, b) => (a.date < b.date ? -1 : 1));
	const values = sorted.flatMap(({ settlement, bank }) => [settlement, bank]);
	const known = values.filter((value) => value !== undefined);
	if (known.length === 0) return '';
	const low = Math.min(0, Math.floor(Math.min(...known)));
	const high = Math.max(low + 1, Math.ceil(Math.max(...known)));
	const [first, last] = [sorted[0]?.date ?? '', sorted.at(-1)?.date ?? ''];
	const days = Math.max(1, (Date.parse(last) - Date.parse(first)) / DAY_MS);
	const x = (date: string) =>
		LEFT + ((Date.parse(date) - Date.parse(first)) / DAY_MS / days) * (WIDTH - LEFT - 16);
	const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
	const lines = SERIES.map(({ name, colour }) => {
		const own = sorted.flatMap((point) => {
			const value = point[name];
			return value === undefined ? [] : [{ date: point.date, value }];
		});
		const path = own.map(({ date, value }) => `${at(x(date))},${at(y(value))}`).join(' ');
		const dots = own.map(
			({ date, value }) =>
				`<circle cx="${at(x(date))}" cy="${at(y(value))}" r="3" fill="${colour}"><title>${date}: ${value.toFixed(2)} %</title></circle>`,
		);
		return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
	});
	return [
		`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Spreads in percent from ${first} to ${last}">`,
		...grid(low, high).map(
			(value) =>
				`<line x1="${LEFT}" x2="${WIDTH - 16}" y1="${at(y(value))}" y2="${at(y(value))}" class="grid"/><text x="${LEFT - 6}" y="${at(y(value) + 4)}" text-anchor="end">${value} %</text>`,
		),
		`<text x="${LEFT}" y="${HEIGHT - 6}">${first}</text>`,
		`<text x="${WIDTH - 16}" y="${HEIGHT - 6}" text-anchor="end">${last}</text>`,
		...lines,
		'</svg>',
		`<p class="legend">${SERIES.map(({ label, colour }) => `<span style="color:${colour}">●</span> ${label}`).join(' &nbsp; ')}</p>`,
	].join('');
}

const at = (value: number): string => value.toFixed(1);

/** Whole percents, six lines at most. */
function grid(low: number, high: number): number[] {
	const step = Math.max(1, Math.ceil((high - low) / 5));
	const lines: number[] = [];
	for (let value = low; value <= high; value += step) lines.push(value);
	return lines;
}

import { escapeHtml } from '../../lib/core/outside-text';
import type { Histogram } from './report';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 44;
const BOTTOM = 28;
const TOP = 12;

/** Colours by name, for light and dark screens, of whatever holds a chart: a page, or the chart itself. */
export const CHART_STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fff; --good: #2e9e6b; --bad: #d64545; --faint: #8794a5; --second: #3b7dd8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ecf2; --paper: #14181f; } }
text { fill: var(--ink); font-family: system-ui, sans-serif; font-size: 10px; }
rect.good { fill: var(--good); } rect.bad { fill: var(--bad); }
line.limit { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 4 3; } line.axis { stroke: var(--faint); }
polyline { fill: none; stroke-width: 2; }
.line0 { stroke: var(--faint); } .line1 { stroke: var(--second); } .line2 { stroke: var(--good); }
.name0 { fill: var(--faint); } .name1 { fill: var(--second); } .name2 { fill: var(--good); }
`;

const svg = (label: string, content: string) =>
	`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(label)}">${content}</svg>`;
const text = (x: number, y: number, words: string, anchor = 'middle') =>
	`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, kind: string) =>
	`<line class="${kind}" x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}"/>`;
const up = (share: number) => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
const duration = (ms: number) =>
	ms < 1000 ? `${ms} ms` : ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`;

/** Bars with their counts; `limitMs` draws a line behind the bar that ends there. */
export function barChart(label: string, { edgesMs, counts }: Histogram, limitMs?: number): string {
	const most = Math.max(1, ...counts);
	const step = (WIDTH - LEFT) / counts.length;
	const bars = counts.map((count, index) => {
		const x = LEFT + index * step;
		const edge = edgesMs[index];
		const beyond = edge === undefined || (limitMs !== undefined && edge > limitMs);
		const y = up(count / most);
		const name = edge === undefined ? 'longer' : `< ${duration(edge)}`;
		return (
			`<rect class="${beyond && limitMs !== undefined ? 'bad' : 'good'}" x="${(x + 2).toFixed(1)}" y="${y.toFixed(1)}" ` +
			`width="${(step - 4).toFixed(1)}" height="${(HEIGHT - BOTTOM - y).toFixed(1)}"/>` +
			text(x + step / 2, HEIGHT - 10, name) +
			(count > 0 ? text(x + step / 2, y - 2, String(count)) : '')
		);
	});
	const place = limitMs === undefined ? -1 : edgesMs.indexOf(limitMs);
	const x = LEFT + (place + 1) * step;
	const limit = place < 0 ? '' : line(x, TOP - 8, x, HEIGHT - BOTTOM, 'limit');
	return svg(label, bars.join('') + limit);
}

/** Curves over the same steps of time, the highest value at the top; named in the order given. */
export function curves(
	label: string,
	stepSeconds: number,
	lines: Array<{ name: string; values: number[] }>,
): string {
	const most = Math.max(1, ...lines.flatMap(({ values }) => values));
	const steps = Math.max(1, ...lines.map(({ values }) => values.length - 1));
	const drawn = lines.map(({ name, values }, index) => {
		const points = values.map((value, step) => {
			const x = LEFT + (step / steps) * (WIDTH - LEFT - 8);
			return `${x.toFixed(1)},${up(value / most).toFixed(1)}`;
		});
		return (
			`<polyline class="line${index}" points="${points.join(' ')}"/>` +
			`<text class="name${index}" x="${LEFT + 8 + index * 110}" y="${TOP + 4}">${escapeHtml(name)}</text>`
		);
	});
	const seconds = Math.round(stepSeconds * steps);
	return svg(
		label,
		line(LEFT, HEIGHT - BOTTOM, WIDTH, HEIGHT - BOTTOM, 'axis') +
			text(LEFT - 6, up(1) + 4, String(most), 'end') +
			text(LEFT, HEIGHT - 10, '0 s', 'start') +
			text(WIDTH, HEIGHT - 10, `${seconds} s`, 'end') +
			drawn.join(''),
	);
}

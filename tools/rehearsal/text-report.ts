import type { RehearsalReport } from './report';
import { headline, rows } from './rows';

/** The report for a terminal. */
export function textReport(report: RehearsalReport): string {
	const { ready, reasons, changes } = report;
	const list = (title: string, entries: string[]) =>
		entries.length === 0 ? [] : [title, ...entries.map((entry) => `  - ${entry}`)];
	return [
		'',
		headline(report),
		'',
		...rows(report).map(([name, value]) => `${name.padEnd(30)} ${value}`),
		'',
		ready ? 'READY' : 'NOT READY',
		...list('Why not:', reasons),
		...list('What to change:', changes),
		'',
	].join('\n');
}

import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const root = join(__dirname, '..', '..');

/** Lines of source files by absolute path, as Istanbul's `json-summary` has them. */
export type CoverageSummary = Record<string, { lines: { total: number; covered: number } }>;

/** What jest needs to say which lines of `lib` the tests reach. @param folder for its report */
export const coverageArguments = (folder: string): string[] => [
	'--coverage',
	'--collectCoverageFrom=lib/**/*.ts',
	'--coverageReporters=json-summary',
	`--coverageDirectory=${folder}`,
];

/** Nothing where no unit tests have run. */
export async function readCoverage(folder: string): Promise<CoverageSummary> {
	const text = await readFile(join(folder, 'coverage-summary.json'), 'utf8').catch(() => '{}');
	return JSON.parse(text) as CoverageSummary;
}

/** Lines that the tests reach, in percent, for each folder of `lib`. */
export function coverageTable(summary: CoverageSummary): string {
	const folders = new Map<string, { total: number; covered: number }>();
	for (const [path, { lines }] of Object.entries(summary)) {
		if (path === 'total') continue;
		const name = relative(root, path).split(sep).slice(0, 2).join('/');
		const sum = folders.get(name) ?? { total: 0, covered: 0 };
		folders.set(name, { total: sum.total + lines.total, covered: sum.covered + lines.covered });
	}
	const rows = [...folders].sort().map(([name, { total, covered }]) => {
		const percent = ((100 * covered) / Math.max(total, 1)).toFixed(0).padStart(4);
		return `${percent} %  ${name.padEnd(20)} ${covered} of ${total} lines`;
	});
	return `\nWhat the unit tests reach:\n${rows.join('\n')}\n`;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { reasonOf } from '../services/reason';
import { runToEnd } from '../services/processes';
import { findTerms } from './find-terms';
import { TERMS } from './terms';
import { textsOfSource, textsOfTemplate, type ReadableText } from './texts';

const root = join(__dirname, '..', '..');
const BUDGET = join(__dirname, 'budget.json');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** How the texts of a file are read; a file of no kind here is not checked. */
const KINDS: Array<[RegExp, (file: string) => ReadableText[]]> = [
	[/^[A-Z]+\.md$|^docs\/.*\.md$/, (file) => [{ file, line: 1, markdown: read(file) }]],
	[/^workflows\/.*\.json$/, (file) => textsOfTemplate(file, read(file))],
	[/^(lib|nodes|credentials)\/.*\.ts$/, (file) => textsOfSource(file, read(file))],
];

async function listTexts(): Promise<ReadableText[]> {
	const files = (await runToEnd('git', ['ls-files', '-z'], { cwd: root })).split('\0');
	return files.flatMap((file) => KINDS.find(([pattern]) => pattern.test(file))?.[1](file) ?? []);
}

/**
 * Counts the words that texts should do without. Each has a budget in `budget.json` that only falls.
 *
 * @param words ids of terms whose findings are listed; `--update` lowers the budget to what is left
 */
async function main(words: string[]): Promise<number> {
	const budget = JSON.parse(readFileSync(BUDGET, 'utf8')) as Record<string, number>;
	const findings = (await listTexts()).flatMap(findTerms);
	const rows = TERMS.map(({ id, use }) => {
		const found = findings.filter((finding) => finding.id === id);
		return { id, use, found, allowed: budget[id] ?? 0 };
	});
	const over = rows.filter(({ found, allowed }) => found.length > allowed);
	for (const { id, found } of rows.filter((row) => words.includes(row.id) || over.includes(row)))
		process.stdout.write(`${id}\n${found.map(({ where }) => `  ${where}\n`).join('')}`);
	for (const { id, use, found, allowed } of over)
		process.stdout.write(`“${id}”: ${found.length}, at most ${allowed}; write: ${use}\n`);
	const allowed = Object.values(budget).reduce((sum, count) => sum + count, 0);
	process.stdout.write(`${findings.length} words to replace in texts, ${allowed} allowed\n`);
	if (words.includes('--update')) {
		const left = rows.map(
			({ id, found, allowed }) => [id, Math.min(found.length, allowed)] as const,
		);
		const counts = Object.fromEntries(left.filter(([, count]) => count > 0));
		writeFileSync(BUDGET, `${JSON.stringify(counts, null, '\t')}\n`);
	}
	return over.length > 0 ? 1 : 0;
}

main(process.argv.slice(2))
	.then((status) => (process.exitCode = status))
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		process.exitCode = 1;
	});

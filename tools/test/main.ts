import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { reasonOf } from '../services/reason';
import { affectedTests } from './affected-tests';
import { changedFiles, readRepository } from './changed-files';
import { coverageArguments, coverageTable, readCoverage } from './coverage';
import { runStage, type PartResult } from './run-stage';
import { chosenStages, stagesOf, type Stage } from './stages';
import { summary } from './summary';

/**
 * `npm test`: everything, one stage after the other; `npm test -- static unit`: these stages. With
 * `--coverage`, unit tests say which lines they reach, which takes them half as long again. With `--changed`,
 * only the tests run that the changes since `--since` may affect.
 */
async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			coverage: { type: 'boolean', default: false },
			changed: { type: 'boolean', default: false },
			since: { type: 'string' },
		},
	});
	const started = Date.now();
	const folder = await mkdtemp(join(tmpdir(), 'wechat-odoo-test-'));
	const unit = values.coverage ? coverageArguments(folder) : [];
	const stages = values.changed
		? await changedStages(values.since)
		: chosenStages(positionals, { unit });
	const results: PartResult[] = [];
	let signalled = false;
	// A signal is meant for the parts that run; they stop their own servers, then this ends too.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (signalled = true));
	for (const stage of stages) {
		results.push(...(await runStage(stage, folder)));
		if (signalled || results.some(({ failed }) => failed)) break;
	}
	if (values.coverage) process.stdout.write(coverageTable(await readCoverage(folder)));
	await rm(folder, { recursive: true, force: true });
	const passed = !signalled && results.every(({ failed }) => !failed);
	process.stdout.write(summary(results, (Date.now() - started) / 1000, passed));
	if (signalled) return 130;
	return passed ? 0 : 1;
}

async function changedStages(since?: string): Promise<Stage[]> {
	const changed = changedFiles(since);
	const tests = affectedTests(changed, await readRepository());
	const files = tests.map((file) => `\n  ${file}`).join('');
	process.stdout.write(
		`${changed.length} files changed, ${tests.length} test files to run${files}\n`,
	);
	return stagesOf(tests);
}

void main(process.argv.slice(2))
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		return 1;
	})
	.then((status) => process.exit(status));

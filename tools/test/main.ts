import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { reasonOf } from '../services/reason';
import { coverageArguments, coverageTable, readCoverage } from './coverage';
import { runStage, type PartResult } from './run-stage';
import { chosenStages } from './stages';
import { summary } from './summary';

/**
 * `npm test`: everything, one stage after the other; `npm test -- static unit`: these stages. With
 * `--coverage`, unit tests say which lines they reach, which takes them half as long again.
 */
async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { coverage: { type: 'boolean', default: false } },
	});
	const started = Date.now();
	const folder = await mkdtemp(join(tmpdir(), 'wechat-odoo-test-'));
	const stages = chosenStages(positionals, values.coverage ? coverageArguments(folder) : []);
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

void main(process.argv.slice(2))
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		return 1;
	})
	.then((status) => process.exit(status));

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { mapWithLimit } from '../../lib/core/collections';
import type { Part, Stage } from './stages';

const root = join(__dirname, '..', '..');

/** Tests of a part by how they ended. */
export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

/** A part that has run. */
export interface PartResult {
	name: string;
	seconds: number;
	/** Its command failed, or it has skipped a test. */
	failed: boolean;
	/** Of jest only. */
	counts?: Counts;
}

/**
 * Runs the parts of a stage, as many at once as there are cores. A part that is alone prints as it goes;
 * of several, each prints when it has ended.
 *
 * @param folder for jest's reports
 */
export async function runStage({ parts }: Stage, folder: string): Promise<PartResult[]> {
	const alone = parts.length === 1;
	return await mapWithLimit(parts, availableParallelism(), async (part) => {
		if (alone) printHeading(part);
		const started = Date.now();
		const report = join(folder, `${part.name}.json`);
		const { status, output } = await run(part, report, alone);
		if (!alone) {
			printHeading(part);
			process.stdout.write(output);
		}
		const counts = part.jest ? await readCounts(report) : undefined;
		const failed = status !== 0 || (counts?.skipped ?? 0) > 0;
		const seconds = (Date.now() - started) / 1000;
		return { name: part.name, seconds, failed, ...(counts ? { counts } : {}) };
	});
}

const printHeading = ({ name }: Part): void => void process.stdout.write(`\n=== ${name}\n`);

async function run(
	{ command, jest }: Part,
	report: string,
	live: boolean,
): Promise<{ status: number; output: string }> {
	const [program = '', ...args] = command;
	const counting = jest ? ['--json', `--outputFile=${report}`] : [];
	const child = spawn(join(root, 'node_modules', '.bin', program), [...args, ...counting], {
		stdio: live ? 'inherit' : ['inherit', 'pipe', 'pipe'],
		cwd: root,
	});
	const status = new Promise<number>((resolve) => {
		child.once('error', () => resolve(1));
		child.once('close', (code) => resolve(code ?? 1));
	});
	const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
	const outputs = await Promise.all(streams.map(text));
	return { status: await status, output: outputs.join('') };
}

async function readCounts(report: string): Promise<Counts> {
	try {
		const result = JSON.parse(await readFile(report, 'utf8')) as {
			numPassedTests: number;
			numFailedTests: number;
			numPendingTests: number;
		};
		return {
			passed: result.numPassedTests,
			failed: result.numFailedTests,
			skipped: result.numPendingTests,
		};
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

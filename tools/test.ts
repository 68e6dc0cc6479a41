import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One part of the whole test: a command, and whether jest counts its tests. */
interface Part {
	name: string;
	command: string[];
	jest?: true;
}

const jest = (project: string, ...more: string[]): Part => ({
	name: project,
	command: ['jest', '--selectProjects', project, ...more],
	jest: true,
});

const PARTS: Part[] = [
	{ name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
	{
		name: 'layers',
		command: ['depcruise', 'lib', 'nodes', 'credentials', 'sandbox', 'tools', 'test'],
	},
	{ name: 'language', command: ['tsx', 'tools/language/main.ts'] },
	{ name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
	{ name: 'type check', command: ['tsc', '-p', 'tsconfig.json'] },
	{ name: 'build', command: ['gulp', 'build'] },
	{ name: 'package', command: ['tsx', 'tools/package/check.ts'] },
	jest('unit', '--maxWorkers=100%'),
	{ name: 'install services', command: ['tsx', 'tools/services/install.ts'] },
	jest('contract', '--maxWorkers=100%'),
	jest('e2e', '--runInBand'),
	jest('browser', '--runInBand'),
];

interface JestResult {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTotalTests: number;
}

async function run(command: string[]): Promise<number> {
	const [program = '', ...args] = command;
	const bin = join(__dirname, '..', 'node_modules', '.bin', program);
	const child = spawn(bin, args, { stdio: 'inherit', cwd: join(__dirname, '..') });
	return await new Promise((resolve) => {
		child.once('error', () => resolve(1));
		child.once('close', (status) => resolve(status ?? 1));
	});
}

async function main(): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'wechat-odoo-test-'));
	const rows: string[] = [];
	const total = { passed: 0, failed: 0, skipped: 0 };
	let status = 0;
	// A signal is meant for the part that runs; it stops its own servers, then this ends too.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (status = 130));
	for (const part of PARTS) {
		process.stdout.write(`\n=== ${part.name}\n`);
		const started = Date.now();
		const output = join(folder, `${part.name}.json`);
		const counting = part.jest ? ['--json', `--outputFile=${output}`] : [];
		const failed = (await run([...part.command, ...counting])) !== 0;
		let counts = '';
		if (part.jest) {
			const result = readResult(output);
			total.passed += result.numPassedTests;
			total.failed += result.numFailedTests;
			total.skipped += result.numPendingTests;
			counts = `${result.numPassedTests} of ${result.numTotalTests} tests passed`;
			if (result.numPendingTests > 0) status = 1;
		}
		const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(7);
		rows.push(`${seconds} s  ${part.name.padEnd(17)} ${failed ? 'FAILED' : 'ok'}  ${counts}`);
		if (failed) status ||= 1;
		if (status !== 0) break;
	}
	rmSync(folder, { recursive: true, force: true });
	process.stdout.write(`\nHow long each part took:\n${rows.join('\n')}\n\n`);
	if (total.failed === 0 && status !== 0) total.failed = 1;
	process.stdout.write(
		`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
	);
	return status;
}

function readResult(file: string): JestResult {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as JestResult;
	} catch {
		return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTotalTests: 0 };
	}
}

void main().then((status) => process.exit(status));

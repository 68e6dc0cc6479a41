import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import execa, { type ExecaError, type Options } from 'execa';

/** Runs a command to its end. @returns its output. @throws Error with the end of its output when it fails */
export async function runToEnd(
	command: string,
	args: string[],
	options: Options = {},
): Promise<string> {
	const { stdout } = await execa(command, args, {
		// A command that may read an input gets none; writing nothing to one that has ended is an error.
		...(options.input === undefined ? { stdin: 'ignore' } : {}),
		...options,
		all: true,
		stripFinalNewline: false,
		extendEnv: false,
	}).catch((error: ExecaError) => {
		throw new Error(`${error.shortMessage}\n${(error.all ?? '').slice(-2000)}`);
	});
	return stdout;
}

/** Whether a program exists and ends without an error. */
export async function answers(command: string, args: string[]): Promise<boolean> {
	return await runToEnd(command, args).then(
		() => true,
		() => false,
	);
}

/** Starts a server in its own process group, its output in a log file. */
export function startServer(
	command: string,
	args: string[],
	logFile: string,
	options: SpawnOptions = {},
): ChildProcess {
	const log = createWriteStream(logFile, { flags: 'a' });
	const child = spawn(command, args, {
		...options,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout?.pipe(log, { end: false });
	child.stderr?.pipe(log, { end: false });
	child.once('error', (error) => log.write(String(error)));
	return child;
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Ends a server and its children: asked first, killed after `graceMs`. */
export async function stopServer(child: ChildProcess, graceMs = 15_000): Promise<void> {
	if (ended(child) || child.pid === undefined) return;
	const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	signalGroup(child.pid, 'SIGTERM');
	await Promise.race([closed, sleep(graceMs, undefined, { ref: false })]);
	signalGroup(child.pid, 'SIGKILL');
	if (!ended(child)) await closed;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch {
		// The group has ended already.
	}
}

/** Checks every 200 ms until the answer is true. @throws Error after `timeoutMs` */
export async function waitUntil(
	what: string,
	timeoutMs: number,
	check: () => Promise<boolean>,
): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (Date.now() < deadline) {
		if (await check().catch(() => false)) return;
		await sleep(200);
	}
	throw new Error(`Waited ${timeoutMs / 1000} s in vain until ${what}`);
}

type Cleanup = () => Promise<void>;
const cleanups: Cleanup[] = [];
let armed = false;
let signalled: number | undefined;

/** Whatever happens (normal end, Ctrl-C, a failure), `cleanup` runs before the process ends. */
export function cleanUpAtExit(cleanup: Cleanup): void {
	cleanups.push(cleanup);
	if (armed) return;
	armed = true;
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

/** One Ctrl-C arrives more than once, from the terminal and from npm; a later one is impatience. */
function onSignal(): void {
	if (signalled !== undefined) {
		if (Date.now() - signalled > 2000) process.exit(130);
		return;
	}
	signalled = Date.now();
	void cleanUp().finally(() => process.exit(130));
}

/** Runs every registered clean-up once, the newest first. */
export async function cleanUp(): Promise<void> {
	for (let next = cleanups.pop(); next; next = cleanups.pop()) {
		await next().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
	}
}

/** Whether a process of this machine is alive. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

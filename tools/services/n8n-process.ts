import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { endGroupWithThisProcess } from './n8n-guard';
import type { N8nInstall } from './n8n-install';
import { startServer, stopServer, waitUntil } from './processes';

export interface N8nProcess {
	pid: number | undefined;
	/** Asks n8n to finish its running executions and end; kills what is left after 15 s. */
	stop(): Promise<void>;
	/** Ends it as a power cut would: no chance to write anything down. */
	kill(): Promise<void>;
}

/**
 * Starts n8n and waits until it takes calls.
 *
 * @param args what to start: all of n8n unless told otherwise
 * @throws Error with the end of its log when it does not
 */
export async function startN8nProcess(
	install: N8nInstall,
	env: Record<string, string>,
	logFile: string,
	args: string[] = ['start'],
): Promise<N8nProcess> {
	const node = join(install.node.binFolder, 'node');
	const child = startServer(node, [install.script, ...args], logFile, { env });
	const unguard = child.pid === undefined ? () => {} : endGroupWithThisProcess(child.pid);
	const end = async (how: () => Promise<void>) => {
		await how();
		// Its task runner is in the same group and may outlive an n8n that crashed.
		killGroup(child);
		unguard();
	};
	const stop = async () => await end(async () => await stopServer(child));
	const kill = async () => await end(async () => await killed(child));
	try {
		await ready(child, `http://127.0.0.1:${env.N8N_PORT ?? ''}`);
	} catch (error) {
		await kill();
		const log = await readFile(logFile, 'utf8').catch(() => '');
		throw new Error(`n8n did not start: ${String(error)}\n${log.slice(-3000)}`);
	}
	return { pid: child.pid, stop, kill };
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function ready(child: ChildProcess, url: string): Promise<void> {
	await waitUntil('n8n is ready', 180_000, async () => {
		if (ended(child)) return true;
		// Kept open, the connection would be the next caller's, and n8n may end it just then.
		const headers = { connection: 'close' };
		return (await fetch(`${url}/healthz/readiness`, { headers })).ok;
	});
	if (ended(child)) throw new Error(`it ended with ${child.exitCode ?? child.signalCode ?? ''}`);
}

async function killed(child: ChildProcess): Promise<void> {
	if (ended(child)) return;
	const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	killGroup(child);
	await exit;
}

function killGroup({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// Nobody is left in the group.
	}
}

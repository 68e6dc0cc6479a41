import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { withSignsOfLife, type Progress } from './progress';

const HEARTBEAT_MS = 5_000;
const STALE_MS = 30_000;

/** Whether a process of this machine is alive. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/**
 * Runs a step that only one process may run at a time; the others wait. The lock is a file with
 * the owner's process id, touched every 5 s: one whose owner died is taken over.
 */
export async function withLock<T>(
	file: string,
	progress: Progress,
	step: () => Promise<T>,
): Promise<T> {
	await mkdir(dirname(file), { recursive: true });
	if (!(await claim(file))) {
		await withSignsOfLife(progress, `waiting for another run to finish (${file})`, async () => {
			while (!(await claim(file))) await sleep(500);
		});
	}
	const heartbeat = setInterval(() => {
		const now = new Date();
		void utimes(file, now, now).catch(() => undefined);
	}, HEARTBEAT_MS);
	try {
		return await step();
	} finally {
		clearInterval(heartbeat);
		await rm(file, { force: true });
	}
}

async function claim(file: string): Promise<boolean> {
	try {
		const handle = await open(file, 'wx');
		await handle.writeFile(String(process.pid));
		await handle.close();
		return true;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
	}
	if (await isAbandoned(file)) await rm(file, { force: true });
	return false;
}

async function isAbandoned(file: string): Promise<boolean> {
	const touched = await stat(file).catch(() => undefined);
	if (!touched) return false;
	const age = Date.now() - touched.mtimeMs;
	const owner = Number(await readFile(file, 'utf8').catch(() => ''));
	return age > STALE_MS || (owner > 0 && !isAlive(owner));
}

import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
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
		return hasCode(error, 'EPERM');
	}
}

const hasCode = (error: unknown, code: string) =>
	typeof error === 'object' && error !== null && 'code' in error && error.code === code;

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
	if (await create(file)) return true;
	const seen = await readFile(file, 'utf8').catch(() => '');
	if (!(await isAbandoned(file, Number(seen)))) return false;
	// Moved away and looked at again: another process may have taken it over in between.
	const moved = `${file}.${process.pid}`;
	await rename(file, moved).catch(() => undefined);
	if ((await readFile(moved, 'utf8').catch(() => seen)) === seen) await rm(moved, { force: true });
	else await rename(moved, file);
	return await create(file);
}

async function create(file: string): Promise<boolean> {
	try {
		await writeFile(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (hasCode(error, 'EEXIST')) return false;
		throw error;
	}
}

async function isAbandoned(file: string, owner: number): Promise<boolean> {
	const touched = await stat(file).catch(() => undefined);
	if (!touched) return false;
	return Date.now() - touched.mtimeMs > STALE_MS || (owner > 0 && !isAlive(owner));
}

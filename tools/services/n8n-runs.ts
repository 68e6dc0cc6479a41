import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isAlive } from './processes';

/** The file of a run that holds its n8n's address once it is ready. */
export const ADDRESS = 'address';

const RUN = /^n8n-run-(\d+)-\w+$/;

/** The process that a run's folder belongs to, by the folder's name. */
export function runOwner(name: string): number | undefined {
	const owner = RUN.exec(name)?.[1];
	return owner === undefined ? undefined : Number(owner);
}

/** A user folder for one n8n, in the machine's temporary folder. */
export async function newRunFolder(): Promise<string> {
	return await mkdtemp(join(tmpdir(), `n8n-run-${process.pid}-`));
}

async function runs(): Promise<Array<{ path: string; owner: number; alive: boolean }>> {
	return (await readdir(tmpdir())).flatMap((name) => {
		const owner = runOwner(name);
		if (owner === undefined) return [];
		return [{ path: join(tmpdir(), name), owner, alive: isAlive(owner) }];
	});
}

/** One line for each n8n of this machine that a process holds. */
export async function describeRuns(): Promise<string[]> {
	const alive = (await runs()).filter((run) => run.alive);
	return await Promise.all(
		alive.map(async ({ path, owner }) => {
			const address = await readFile(join(path, ADDRESS), 'utf8').catch(() => 'starting');
			return `${address}, started by process ${owner}, ${path}`;
		}),
	);
}

/** Removes the folders of runs whose process is gone. @returns their paths */
export async function removeDeadRuns(): Promise<string[]> {
	const dead = (await runs()).filter((run) => !run.alive).map(({ path }) => path);
	for (const path of dead) await rm(path, { recursive: true, force: true, maxRetries: 3 });
	return dead;
}

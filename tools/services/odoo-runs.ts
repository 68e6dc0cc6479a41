import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isAlive } from './processes';

/** A folder inside the Debian root that belongs to the process that serves from it. */
export interface RunFolder {
	name: string;
	owner: number;
	path: string;
	/** The same folder as the root's own processes see it. */
	inside: string;
}

const runFolder = (root: string, name: string): RunFolder => ({
	name,
	owner: Number.parseInt(name, 10),
	path: join(root, 'runs', name),
	inside: `/runs/${name}`,
});

/** Makes a folder for a new server, owned by the root's user `odoo`. */
export async function newRunFolder(root: string): Promise<RunFolder> {
	const run = runFolder(root, `${process.pid}-${randomBytes(3).toString('hex')}`);
	await mkdir(run.path, { recursive: true, mode: 0o755 });
	await giveToOdoo(root, run.path);
	return run;
}

/** Every run folder, of live and of dead owners. */
export async function runFolders(root: string): Promise<RunFolder[]> {
	const folder = join(root, 'runs');
	const names = existsSync(folder) ? await readdir(folder) : [];
	return names.map((name) => runFolder(root, name));
}

/** Removes what servers left whose process was killed. The kernel has ended the servers themselves. */
export async function removeDeadRuns(root: string): Promise<RunFolder[]> {
	const dead = (await runFolders(root)).filter(({ owner }) => !isAlive(owner));
	for (const { path } of dead) await removeRunFolder(path);
	return dead;
}

/** Processes that are just being killed may still be writing into it: tried again for 2 s. */
export async function removeRunFolder(path: string): Promise<void> {
	await rm(path, { recursive: true, force: true, maxRetries: 6, retryDelay: 100 });
}

export async function giveToOdoo(root: string, path: string): Promise<void> {
	const users = await readFile(join(root, 'etc/passwd'), 'utf8');
	const [, uid, gid] = /^odoo:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
	if (!uid || !gid) throw new Error(`The Debian root ${root} has no user "odoo"`);
	await chown(path, Number(uid), Number(gid));
}

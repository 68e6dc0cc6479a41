import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { withLock } from './lock';
import { runToEnd } from './processes';
import type { Progress } from './progress';

/**
 * Where the real services are installed, once for all checkouts:
 * `WECHAT_ODOO_CACHE`, or `n8n-nodes-wechat-odoo` in the user's cache folder.
 */
export function cacheFolder(...parts: string[]): string {
	const base =
		process.env.WECHAT_ODOO_CACHE ??
		join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-wechat-odoo');
	return join(base, ...parts);
}

/**
 * Installs into a folder of the cache unless that was finished before with the same recipe.
 * A folder without its completion mark is a half-finished install: it is removed and redone.
 * Of two processes that want the same install, one does it and the other waits.
 *
 * @param recipe what the result depends on (versions, package names); another one means a new install
 * @param remove takes a half-finished or outdated folder away (it may hold mounts or servers)
 */
export async function installOnce(
	folder: string,
	recipe: string,
	progress: Progress,
	install: (folder: string) => Promise<void>,
	remove: (folder: string) => Promise<void> = async (path) =>
		await rm(path, { recursive: true, force: true }),
): Promise<void> {
	if (await isInstalled(folder, recipe)) return;
	await withLock(`${folder}.lock`, progress, async () => {
		if (await isInstalled(folder, recipe)) return;
		if (existsSync(folder)) {
			progress(`removing an unfinished or outdated install in ${folder}`);
			await remove(folder);
		}
		await mkdir(folder, { recursive: true });
		await install(folder);
		await writeFile(installMark(folder), recipe);
	});
}

/** The file that says an install is complete; its content is the recipe. */
export function installMark(folder: string): string {
	return join(folder, '.installed');
}

/** One line on a finished install, with size and date; nothing where there is none. */
export async function describeInstall(folder: string, what: string): Promise<string[]> {
	const mark = installMark(folder);
	if (!existsSync(mark)) return [];
	const date = (await stat(mark)).mtime.toISOString().slice(0, 10);
	return [`${what}, ${await sizeOf(folder)}, installed ${date}, ${folder}`];
}

async function sizeOf(folder: string): Promise<string> {
	// A running server removes and renames its own files while they are being counted.
	const output = await runToEnd('sh', ['-c', 'du -shx "$1" 2>/dev/null || true', 'du', folder]);
	return output.split('\t')[0]?.trim() || 'of unknown size';
}

async function isInstalled(folder: string, recipe: string): Promise<boolean> {
	const mark = installMark(folder);
	return existsSync(mark) && (await readFile(mark, 'utf8')) === recipe;
}

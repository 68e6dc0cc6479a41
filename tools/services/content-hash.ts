import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * One SHA-256 (hex) over the names and contents of files and of all files in folders; a path that
 * is not there counts as such.
 *
 * @param paths below `root`, files or folders
 */
export async function contentHash(root: string, paths: string[]): Promise<string> {
	const hash = createHash('sha256');
	for (const path of (await Promise.all(paths.map((each) => filesIn(root, each)))).flat()) {
		const content = await readFile(join(root, path));
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

async function filesIn(root: string, path: string): Promise<string[]> {
	const found = await stat(join(root, path)).catch(() => undefined);
	if (!found) return [];
	if (!found.isDirectory()) return [path];
	const names = (await readdir(join(root, path))).sort();
	return (await Promise.all(names.map((name) => filesIn(root, join(path, name))))).flat();
}

import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DatabaseFailover } from './postgres-server';
import { waitUntil } from './processes';

/** Files in a server's folder by which it is told to take its PostgreSQL away, and says that it has. */
const KILL = 'database-kill';
const KILLED = 'database-killed';

/**
 * A shell function `serve_database FOLDER ARGUMENTS…`: runs PostgreSQL; takes it away when it is told
 * to, without a chance to write anything down; brings it back; and ends when PostgreSQL ends by itself.
 */
export const SERVE_DATABASE = [
	'serve_database() (',
	'	set +e; folder=$1; shift',
	'	while :; do',
	'		postgres "$@" >>"$folder/database.log" 2>&1 & server=$!',
	`		while kill -0 $server 2>/dev/null && [ ! -e "$folder/${KILL}" ]; do sleep 0.5; done`,
	`		[ -e "$folder/${KILL}" ] || exit 1`,
	'		kill -QUIT $server; wait $server',
	`		mv "$folder/${KILL}" "$folder/${KILLED}"`,
	`		while [ -e "$folder/${KILLED}" ]; do sleep 0.2; done`,
	'	done',
	')',
].join('\n');

/**
 * The other end of `serve_database`.
 *
 * @param folder as this process sees it
 * @param isBack whether what needs the database works again
 */
export function supervisedDatabase(
	folder: string,
	isBack: () => Promise<boolean>,
): DatabaseFailover {
	const killed = join(folder, KILLED);
	return {
		kill: async () => {
			await writeFile(join(folder, KILL), '');
			await waitUntil('PostgreSQL has ended', 30_000, async () =>
				Promise.resolve(existsSync(killed)),
			);
		},
		start: async () => {
			await rm(killed, { force: true });
			await waitUntil('PostgreSQL is back', 60_000, isBack);
		},
	};
}

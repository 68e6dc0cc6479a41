import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ADMIN, USER } from './odoo-server';
import { SERVE_DATABASE } from './postgres-supervised';

/** Makes Odoo's database; its input is the Python that sets it up. */
const ODOO_STEPS = [
	'odoo -c "$config" --workers 0 -i "$modules" "$without_demo" --stop-after-init',
	'odoo shell -c "$config" --workers 0 --no-http',
];

export const DOCKER_PREPARE_SCRIPT = ['config=$1 modules=$2 without_demo=$3', ...ODOO_STEPS].join(
	'\n',
);

const POSTGRES = [
	'PATH=$(echo /usr/lib/postgresql/*/bin):$PATH',
	'postgres_options="-c listen_addresses= -c fsync=off"',
];

/** Makes a database cluster and Odoo's database in `$1`. Runs in the Debian root as user odoo. */
export const ROOT_PREPARE_SCRIPT = [
	'set -e',
	...POSTGRES,
	'folder=$1 config=$2 modules=$3 without_demo=$4',
	'initdb -D "$folder/pgdata" -U odoo -A trust -E UTF8 --locale=C.UTF-8 --no-sync',
	'pg_ctl -D "$folder/pgdata" -o "$postgres_options -k $folder" -l "$folder/postgres.log" -w start',
	...ODOO_STEPS,
	'pg_ctl -D "$folder/pgdata" -m fast -w stop',
].join('\n');

/**
 * Serves a copy of the prepared database in `$1`. When PostgreSQL or Odoo ends, the script ends
 * and everything with it.
 */
export const ROOT_SERVE_SCRIPT = [
	'set -e',
	...POSTGRES,
	'run=$1',
	'cp -a --reflink=auto /template/pgdata /template/files "$run/"',
	SERVE_DATABASE,
	'serve_database "$run" -D "$run/pgdata" $postgres_options -k "$run" &',
	'until pg_isready -q -h "$run"; do kill -0 $!; sleep 0.1; done',
	'odoo -c "$run/odoo.conf" &',
	'wait -n',
	'exit 1',
].join('\n');

/** The Python that sets a new database up, and the variables it reads. */
export async function preparation(
	apiKeyFile: string,
): Promise<{ python: string; environment: string[] }> {
	const environment = [
		`ADMIN_PASSWORD=${ADMIN.password}`,
		`USER_LOGIN=${USER.login}`,
		`USER_PASSWORD=${USER.password}`,
		`API_KEY_FILE=${apiKeyFile}`,
	];
	return { python: await readFile(join(__dirname, 'odoo-prepare.py'), 'utf8'), environment };
}

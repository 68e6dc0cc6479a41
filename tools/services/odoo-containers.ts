import { docker, ownerLabel } from './docker';
import { answers, waitUntil } from './processes';

/** A volume holds everything of one database: cluster, socket, attachments, configuration. */
export const INSIDE = '/wechat-odoo';
export const SOCKET = `${INSIDE}/socket`;
export const FILES = `${INSIDE}/files`;

const DATABASE_SCRIPT = `
[ -s ${INSIDE}/pgdata/PG_VERSION ] ||
	initdb -D ${INSIDE}/pgdata -U odoo -A trust -E UTF8 --locale=C.UTF-8 --no-sync
exec postgres -D ${INSIDE}/pgdata -c listen_addresses= -c fsync=off -k ${SOCKET}`;

/** The arguments every container has in common: the volume, the owner's label, a shell to start. */
export function containerArguments(name: string, volume: string, more: string[]): string[] {
	const mount = ['--volume', `${volume}:${INSIDE}`];
	return ['run', '--rm', '--name', name, ...ownerLabel(), ...mount, '--entrypoint', 'sh', ...more];
}

/** Lays out a volume for both images' users and writes Odoo's configuration into it. */
export async function layOutVolume(
	name: string,
	volume: string,
	odooImage: string,
	config: string,
): Promise<void> {
	const script = `cat >${INSIDE}/odoo.conf; cd ${INSIDE}; mkdir -p files socket; chown odoo files; chmod 777 . socket`;
	const options = ['--interactive', '--user', 'root', '--network', 'none'];
	await docker(containerArguments(name, volume, [...options, odooImage, '-ec', script]), config);
}

/** Starts PostgreSQL on a volume, reachable by the socket in it and by nothing else. */
export async function startDatabase(name: string, volume: string, image: string): Promise<void> {
	const options = ['--detach', '--user', 'postgres', '--network', 'none'];
	await docker(containerArguments(name, volume, [...options, image, '-ec', DATABASE_SCRIPT]));
	await waitUntil(
		'PostgreSQL answers',
		60_000,
		async () => await answers('docker', ['exec', name, 'pg_isready', '-q', '-h', SOCKET]),
	);
}

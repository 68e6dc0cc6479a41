import { DATABASE } from './odoo-server';

interface OdooSettings {
	/** Folder of PostgreSQL's socket, or a host name. */
	databaseHost: string;
	address: string;
	port: number;
	livePort: number;
	livePortSetting: string;
	/** Where Odoo keeps attachments. */
	files: string;
	/** Odoo measures how long a request takes by the clock: without a limit where that jumps. */
	clockJumps?: boolean;
}

const NO_LIMIT_S = 1_000_000_000;

/** Odoo's configuration file: prefork workers as in production, no scheduled jobs, one database and its copies. */
export function odooConfig(settings: OdooSettings): string {
	const options = {
		db_host: settings.databaseHost,
		db_user: 'odoo',
		db_name: DATABASE,
		dbfilter: `^${DATABASE}(_|$)`,
		list_db: 'False',
		http_interface: settings.address,
		http_port: settings.port,
		[settings.livePortSetting]: settings.livePort,
		workers: 4,
		max_cron_threads: 0,
		data_dir: settings.files,
		...(settings.clockJumps ? { limit_time_real: NO_LIMIT_S } : {}),
	};
	const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}\n`);
	return `[options]\n${lines.join('')}`;
}

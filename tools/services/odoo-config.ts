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
}

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
	};
	const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}\n`);
	return `[options]\n${lines.join('')}`;
}

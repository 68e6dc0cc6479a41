import { startPostgres } from './postgres';
import type { Service } from './service';

/** An empty PostgreSQL, for n8n in queue mode, as `npm run services` sees it. */
export const postgresService: Service = {
	name: 'postgres',
	start: async (progress) => {
		const { host, port, database, user, password } = await startPostgres(progress);
		return [`POSTGRES_URL=postgres://${user}:${password}@${host}:${port}/${database}`];
	},
	// Its program comes with Odoo 19, or as a Docker image.
	installed: async () => Promise.resolve([]),
	running: async () => Promise.resolve([]),
	removeLeftovers: async () => Promise.resolve([]),
};

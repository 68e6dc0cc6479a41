import type { OdooVersion } from '../services/odoo-versions';
import type { OwnServers } from './chain';
import type { OwnAddresses } from './command-line';

/**
 * The user's own servers with their secrets from the environment, which other users of the machine
 * cannot read in the list of processes.
 *
 * @throws Error that names the variable that is missing, or says why Odoo does not answer
 */
export async function ownServers(
	own: OwnAddresses,
	environment: Record<string, string | undefined>,
): Promise<OwnServers> {
	const secret = (name: string): string => {
		const value = environment[name];
		if (value) return value;
		throw new Error(`Your own servers need ${name} in the environment`);
	};
	return {
		n8n: { url: own.n8n, owner: { email: own.n8nEmail, password: secret('N8N_PASSWORD') } },
		odoo: {
			version: await seedableAs(own.odoo),
			url: own.odoo,
			database: own.testDatabase,
			admin: { login: own.odooAdmin, password: secret('ODOO_ADMIN_PASSWORD') },
			user: { login: own.odooLogin, password: '', apiKey: secret('ODOO_API_KEY') },
			stop: async () => {},
		},
	};
}

/** Odoo writes storable products as 19 does from 18 on, and as 14 does before. */
async function seedableAs(url: string): Promise<OdooVersion> {
	const response = await fetch(`${url}/jsonrpc`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			jsonrpc: '2.0',
			method: 'call',
			params: { service: 'common', method: 'version', args: [] },
		}),
	});
	const { result } = (await response.json()) as { result?: { server_version?: string } };
	const major = Number(/(\d+)/.exec(result?.server_version ?? '')?.[1]);
	if (!(major >= 14)) throw new Error(`${url} does not answer as an Odoo of version 14 or later`);
	return major >= 18 ? '19' : '14';
}

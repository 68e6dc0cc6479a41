import { ADMIN, DATABASE, USER, type OdooServer } from './odoo-server';
import type { OdooVersion } from './odoo-versions';

/**
 * The server that the environment names, e.g. `ODOO_19_URL`, with `ODOO_19_DATABASE`,
 * `_ADMIN_LOGIN`, `_ADMIN_PASSWORD`, `_USER_LOGIN`, `_USER_PASSWORD` and `_USER_API_KEY`;
 * undefined without an address. It is used as it is and never stopped.
 *
 * @param environment usually `process.env`; an empty value counts as none
 */
export function odooFromEnvironment(
	version: OdooVersion,
	environment: Record<string, string | undefined>,
): OdooServer | undefined {
	const setting = (name: string) => environment[`ODOO_${version}_${name}`] || undefined;
	const url = setting('URL');
	if (!url) return undefined;
	const apiKey = setting('USER_API_KEY');
	return {
		version,
		url: url.replace(/\/+$/, ''),
		database: setting('DATABASE') ?? DATABASE,
		admin: {
			login: setting('ADMIN_LOGIN') ?? ADMIN.login,
			password: setting('ADMIN_PASSWORD') ?? ADMIN.password,
		},
		user: {
			login: setting('USER_LOGIN') ?? USER.login,
			password: setting('USER_PASSWORD') ?? USER.password,
			...(apiKey ? { apiKey } : {}),
		},
		stop: async () => {},
	};
}

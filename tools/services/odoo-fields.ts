import type { OdooServer } from './odoo-server';

/** What a person types into the Odoo credential for the least-privilege user. */
export function odooFields({ url, database, user }: OdooServer): Record<string, string> {
	return {
		url,
		database,
		username: user.login,
		apiKey: user.apiKey ?? user.password,
		protocol: 'auto',
	};
}

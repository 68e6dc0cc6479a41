import type { OdooClient } from '../../lib/odoo/client';
import { connectOdoo } from '../../lib/odoo/connect';
import type { OdooServer } from '../services/odoo';

/** Connects as the least-privilege user. */
export const userClient = async ({ url, database, user }: OdooServer): Promise<OdooClient> =>
	await connectOdoo({
		...{ url, database, login: user.login, secret: user.apiKey ?? user.password },
		...{ protocol: 'auto', timeoutMs: 60_000 },
	});

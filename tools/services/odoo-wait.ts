import { readFile } from 'node:fs/promises';

import { odooAdmin } from './odoo-admin';
import type { OdooServer } from './odoo-server';
import { waitUntil } from './processes';

const TIMEOUT_MS = 120_000;

/** Waits until the administrator can log in. @throws Error with the end of the log when it fails */
export async function waitForOdoo(
	server: Pick<OdooServer, 'url' | 'database' | 'admin'>,
	log: string,
	isRunning: () => boolean,
): Promise<void> {
	const answers = async () =>
		await odooAdmin(server)
			.call('res.users', 'search_count', [[]])
			.then(() => true);
	try {
		await waitUntil('Odoo answers', TIMEOUT_MS, async () => !isRunning() || (await answers()));
		if (!isRunning()) throw new Error('Odoo ended while it was starting');
	} catch (error) {
		const text = await readFile(log, 'utf8').catch(() => '');
		throw new Error(`${String(error)}. The end of its log:\n${text.slice(-2000)}`);
	}
}

import { askLendingDesk } from './lending';
import type { OdooServer } from './odoo-server';
import type { OdooVersion } from './odoo-versions';

/**
 * A new database on the Odoo that the processes of one test run share; undefined outside of such a run.
 * `stop()` gives the database back.
 *
 * @param shared address from `SHARED_ODOO`
 * @param template what has been prepared in it, where the run knows of that
 */
export async function borrowOdoo(
	shared: string | undefined,
	version: OdooVersion,
	template = '',
): Promise<OdooServer | undefined> {
	if (!shared) return undefined;
	const ask = askLendingDesk<OdooServer>;
	const server = await ask('POST', `${shared}/${version}?template=${template}`);
	const stop = async () => void (await ask('DELETE', `${shared}/${version}/${server.database}`));
	return { ...server, stop };
}

import { request } from 'node:http';
import { text } from 'node:stream/consumers';

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
	const answer = await ask('POST', `${shared}/${version}?template=${template}`);
	const server = JSON.parse(answer) as OdooServer;
	const stop = async () => void (await ask('DELETE', `${shared}/${version}/${server.database}`));
	return { ...server, stop };
}

/** Without the time limit that `fetch` has: the first start of a version may have to install it. */
async function ask(method: string, url: string): Promise<string> {
	return await new Promise((resolve, reject) => {
		const call = request(url, { method }, (response) => {
			void text(response).then((content) => {
				if (response.statusCode === 200) resolve(content);
				else reject(new Error(content));
			}, reject);
		});
		call.once('error', reject);
		call.end();
	});
}

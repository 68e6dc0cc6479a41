import { openLendingDesk, type LendingDesk } from './lending';
import { startOwnOdoo } from './odoo';
import type { OdooServer } from './odoo-server';
import type { OdooVersion } from './odoo-versions';
import { progressFor } from './progress';

/** A state of the database that several test files begin with. */
export interface DatabaseTemplate {
	/** The template that this one is made from; without it, the database as it is installed. */
	from?: string;
	prepare(server: OdooServer): Promise<unknown>;
}

/**
 * One Odoo for each version, started when it is first asked for. Everyone who asks gets a new database on
 * it, copied from a template that is prepared once.
 *
 * `POST /<version>?template=<name>` answers with the server as JSON; `DELETE /<version>/<database>` gives
 * the database back.
 */
export async function shareOdoo(
	templates: Record<string, DatabaseTemplate> = {},
): Promise<LendingDesk> {
	const lenders = new Map<string, Lender>();
	const lenderOf = (version: string): Lender => {
		const known = lenders.get(version) ?? lender(version as OdooVersion, templates);
		lenders.set(version, known);
		return known;
	};
	const answer = async (method: string, url: URL): Promise<unknown> => {
		const [version = '', database = ''] = url.pathname.slice(1).split('/');
		if (method === 'DELETE') return await lenderOf(version).giveBack(database);
		return await lenderOf(version).lend(url.searchParams.get('template') ?? '');
	};
	return await openLendingDesk(answer, async () => {
		for (const each of lenders.values()) await each.stop();
	});
}

interface Lender {
	lend(template: string): Promise<OdooServer>;
	giveBack(database: string): Promise<void>;
	stop(): Promise<void>;
}

function lender(version: OdooVersion, templates: Record<string, DatabaseTemplate>): Lender {
	const server = startOwnOdoo(version, progressFor(`odoo ${version}`));
	const prepared = new Map<string, Promise<OdooServer>>();
	let lent = 0;
	let copying: Promise<unknown> = Promise.resolve();

	/** One at a time: nobody may use an original while it is copied. */
	const copy = async (from: OdooServer, database: string): Promise<OdooServer> => {
		const step = copying.then(async () => await from.databases?.copy(from.database, database));
		copying = step.catch(() => undefined);
		await step;
		return { ...from, database };
	};
	const prepare = async (name: string): Promise<OdooServer> => {
		const template = templates[name];
		if (!template) return await server;
		const made = await copy(await original(template.from ?? ''), `wechat_${name}`);
		await template.prepare(made);
		return { ...made, template: name };
	};
	const original = async (name: string): Promise<OdooServer> => {
		const known = prepared.get(name) ?? prepare(name);
		prepared.set(name, known);
		return await known;
	};
	return {
		lend: async (template) => await copy(await original(template), `wechat_${(lent += 1)}`),
		giveBack: async (database) => await (await server).databases?.drop(database),
		stop: async () => await (await server).stop(),
	};
}

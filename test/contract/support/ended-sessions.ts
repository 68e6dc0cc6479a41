import { IntegrationError } from '../../../lib/core/errors';
import type { OdooClient } from '../../../lib/odoo/client';
import { pythonAction } from '../../../tools/services/odoo-python';
import type { Shop } from './shop';

/** Ends every other session that works for this database, again and again for a second, and counts them. */
const END_SESSIONS = [
	'ended = 0',
	'for attempt in range(160):',
	"  env.cr.execute('SELECT pg_stat_clear_snapshot()')",
	`  env.cr.execute("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'")`,
	'  ended += env.cr.fetchone()[0]',
	"  env.cr.execute('SELECT pg_sleep(0.005)')",
	"action = {'type': 'ir.actions.act_window_close', 'infos': {'ended': ended}}",
].join('\n');

/** @returns a function that ends Odoo's database sessions, as a restart of PostgreSQL does, and counts them */
export async function sessionEnder(shop: Shop): Promise<() => Promise<number>> {
	const id = await pythonAction(shop, END_SESSIONS);
	return async () => {
		const action = await shop.admin.call('ir.actions.server', 'run', [[id]]);
		return (action as { infos: { ended: number } }).infos.ended;
	};
}

/** A client whose call number `at`, counted from 1, loses its database session on the server. */
export function losingItsSession(
	client: OdooClient,
	at: number,
	endSessions: () => Promise<number>,
): OdooClient & { made(): number; ended(): number; errors: IntegrationError[] } {
	let made = 0;
	let ended = 0;
	const errors: IntegrationError[] = [];
	return {
		...client,
		made: () => made,
		ended: () => ended,
		errors,
		async call(...call) {
			made += 1;
			if (made !== at) return await client.call(...call);
			const ending = endSessions();
			await new Promise((resolve) => setTimeout(resolve, 200));
			const answer = client.call(...call);
			const [count] = await Promise.allSettled([ending]);
			if (count.status === 'fulfilled') ended += count.value;
			return await answer.catch((error: unknown) => {
				if (error instanceof IntegrationError) errors.push(error);
				return Promise.reject(error);
			});
		},
	};
}

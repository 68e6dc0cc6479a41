import { IntegrationError } from '../core/errors';
import type { OdooClient } from './client';
import { idOf, textOf, type Domain } from './records';

/** A record and the time of its change. */
export interface Change {
	id: number;
	written: string;
}

/**
 * The records that the many2one field `of` refers to, with the latest change of their referrers. Odoo
 * groups them, because a busy warehouse has many moves and few products.
 */
export async function groupsOf(
	odoo: OdooClient,
	model: string,
	domain: Domain,
	of: string,
): Promise<Change[]> {
	const newMethod = await odoo.remember('formatted_read_group', async () => ({ exists: true }));
	const context = { active_test: false };
	const ask = async (): Promise<Array<Record<string, unknown>>> => {
		if (newMethod.exists) {
			const aggregates = ['write_date:max'];
			const params = { domain, groupby: [of], aggregates };
			const answer = odoo.call(model, 'formatted_read_group', { params, context });
			const rows = await answer.catch((error: unknown) => {
				if (!(error instanceof IntegrationError && UNKNOWN_METHOD.has(error.code))) throw error;
				newMethod.exists = false;
			});
			if (rows) return rows as Array<Record<string, unknown>>;
		}
		const params = { domain, fields: ['write_date:max'], groupby: [of], lazy: false };
		return (await odoo.call(model, 'read_group', { params, context })) as Array<
			Record<string, unknown>
		>;
	};
	return (await ask()).flatMap((row) => {
		const id = idOf(row[of]);
		const written = textOf(row['write_date:max'] ?? row.write_date);
		return id === undefined ? [] : [{ id, written }];
	});
}

/** Errors of `formatted_read_group` before Odoo 18. */
const UNKNOWN_METHOD = new Set(['ODOO_SERVER_FAULT', 'ODOO_NOT_FOUND']);

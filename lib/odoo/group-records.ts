import { IntegrationError } from '../core/errors';
import type { OdooClient } from './client';
import { idOf, textOf, type Domain } from './records';

/** A record and the time of its change. */
export interface Change {
	id: number;
	written: string;
}

/**
 * Groups of records, as Odoo 19 returns them or as older versions do. Odoo groups, because there are many records and
 * few groups.
 *
 * @param aggregates e.g. `write_date:max`; absent: only the number of records, `__count`
 */
export async function readGroups(
	odoo: OdooClient,
	model: string,
	{ domain, groupby, aggregates }: { domain: Domain; groupby: string; aggregates?: string[] },
	context: Record<string, unknown>,
): Promise<Array<Record<string, unknown>>> {
	const newMethod = await odoo.remember('formatted_read_group', async () => ({ exists: true }));
	if (newMethod.exists) {
		const params = { domain, groupby: [groupby], aggregates: aggregates ?? ['__count'] };
		const answer = odoo.call(model, 'formatted_read_group', { params, context });
		const rows = await answer.catch((error: unknown) => {
			if (!(error instanceof IntegrationError && UNKNOWN_METHOD.has(error.code))) throw error;
			newMethod.exists = false;
		});
		if (rows) return rows as Array<Record<string, unknown>>;
	}
	const params = { domain, fields: aggregates ?? ['id'], groupby: [groupby], lazy: false };
	return (await odoo.call(model, 'read_group', { params, context })) as Array<
		Record<string, unknown>
	>;
}

/** Errors of `formatted_read_group` before Odoo 18. */
const UNKNOWN_METHOD = new Set(['ODOO_SERVER_FAULT', 'ODOO_NOT_FOUND']);

/** The records that the many2one field `of` refers to, with the latest change of their referrers. */
export async function groupsOf(
	odoo: OdooClient,
	model: string,
	domain: Domain,
	of: string,
): Promise<Change[]> {
	const groups = { domain, groupby: of, aggregates: ['write_date:max'] };
	const rows = await readGroups(odoo, model, groups, { active_test: false });
	return rows.flatMap((row) => {
		const id = idOf(row[of]);
		const written = textOf(row['write_date:max'] ?? row.write_date);
		return id === undefined ? [] : [{ id, written }];
	});
}

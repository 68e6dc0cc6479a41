import { batches } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { loadAll } from '../../odoo/load';
import { everyRow, textOf, type Domain, externalIdPart } from '../../odoo/records';
import { tableError } from '../../odoo/schema/missing-table';
import type { Difference } from '../difference';
import { DAY, listChanges, type ListedDay, type OpenEntry } from '../open-list';
import { OPEN_LIST_COLUMNS, OPEN_LIST_MODEL } from './open-list-model';

const FIELDS = Object.entries(OPEN_LIST_COLUMNS);
const COLUMNS = FIELDS.map(([, column]) => column);
/** Records in one call to Odoo. */
const AT_ONCE = 400;

/**
 * Everything that is open, whatever its day, and all entries of the days since a day.
 *
 * @param mchid empty: of all merchants
 * @throws IntegrationError `ODOO_OPEN_LIST_MISSING`
 */
export async function readOpenList(
	odoo: OdooClient,
	{ mchid, date }: ListedDay,
): Promise<OpenEntry[]> {
	return await read(odoo, mchid, ['|', ['x_state', '=', 'open'], ['x_date', '>=', date]]);
}

/** Writes entries, each once by its external id. */
export async function writeOpenList(odoo: OdooClient, entries: OpenEntry[]): Promise<void> {
	for (const some of batches(entries, AT_ONCE)) {
		const records = some.map((entry) => {
			const externalId = `wechat_open.${externalIdPart(entry.key)}`;
			const values = FIELDS.map(([field]) => entry[field as keyof OpenEntry] ?? '');
			return { key: externalId, rows: [[externalId, nameOf(entry), ...values]] };
		});
		await loadAll(odoo, OPEN_LIST_MODEL.model, ['id', 'x_name', ...COLUMNS], records);
	}
}

/**
 * Updates the list after the comparison of a day.
 *
 * @param today `yyyy-MM-dd`
 * @returns what was opened or closed
 */
export async function updateOpenList(
	odoo: OdooClient,
	day: ListedDay,
	differences: Difference[],
	today: string,
): Promise<OpenEntry[]> {
	const known = await read(odoo, day.mchid, [['x_date', '=', day.date]]);
	const changes = listChanges(day, differences, known, today);
	await writeOpenList(odoo, changes);
	return changes;
}

async function read(odoo: OdooClient, mchid: string, domain: Domain): Promise<OpenEntry[]> {
	const ofMerchant: Domain = mchid ? [['x_mchid', '=', mchid]] : [];
	const rows = await everyRow(
		odoo,
		OPEN_LIST_MODEL.model,
		[...ofMerchant, ...domain],
		COLUMNS,
	).catch(
		async (error: unknown) =>
			await Promise.reject(
				await tableError(odoo, OPEN_LIST_MODEL, 'ODOO_OPEN_LIST_MISSING', error),
			),
	);
	const entries = rows.map((row) => {
		const values = FIELDS.flatMap(([field, column]) => {
			const text = textOf(row[column]);
			return text || REQUIRED.has(field) ? [[field, text] as const] : [];
		});
		return Object.fromEntries(values) as unknown as OpenEntry;
	});
	// A WeChat Shop has a separate list, also where only one merchant uses this Odoo.
	return mchid ? entries : entries.filter((entry) => !entry.mchid.startsWith(SHOP));
}

/** How AppIDs begin. */
const SHOP = 'wx';

const REQUIRED = new Set(['mchid', 'transaction_id', 'out_trade_no', 'cause', 'next_step']);

const nameOf = ({ kind, date, order, transaction_id }: OpenEntry): string =>
	kind === DAY ? `Bill of ${date}` : `${order || transaction_id || date}: ${kind}`;

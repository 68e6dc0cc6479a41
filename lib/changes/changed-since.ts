import { IntegrationError } from '../core/errors';
import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain, fromOdooTime, toOdooTime } from '../odoo/records';

/**
 * Where a reader of changes stands: the newest `write_date` that it has seen, as Odoo writes it, e.g.
 * `2026-11-24 08:15:04` (UTC, whole seconds). Odoo's clock alone counts, never the reader's.
 */
export type ChangeCursor = string;

/** Records whose changes tell what has changed. */
export interface ChangeSource {
	model: string;
	domain: Domain;
	/** The field that names what has changed: a many2one, or `id` for the records themselves. */
	of: string;
}

/** Nothing is older. */
const EVER: ChangeCursor = '1970-01-01 00:00:00';

/**
 * Odoo stamps a change with the start of its transaction, which others may overtake: a change can
 * become visible with a stamp that a reader has passed. By default Odoo ends a request after 120
 * seconds, so nothing older than that turns up late.
 */
export const OVERLAP_SECONDS = 180;

/** Where a reader that wants only later changes begins. */
export async function newestChange(
	odoo: OdooClient,
	sources: ChangeSource[],
): Promise<ChangeCursor> {
	const newest = await Promise.all(
		sources.map(async ({ model }) => {
			const options = { archived: true, order: 'write_date desc', limit: 1 };
			const [row] = await searchRead(odoo, model, [], ['write_date'], options);
			return textOf(row?.write_date) || EVER;
		}),
	);
	return later(newest);
}

/**
 * What has changed since the cursor, each id once. The last `overlapSeconds` before it are read again:
 * so a change of the very second of the cursor, or one that was committed late, is not missed, and
 * the same id may come again. Whoever minds compares what was told before.
 *
 * @throws IntegrationError `CURSOR_INVALID`
 */
export async function changedSince(
	odoo: OdooClient,
	sources: ChangeSource[],
	cursor: ChangeCursor,
	overlapSeconds: number = OVERLAP_SECONDS,
): Promise<{ ids: number[]; cursor: ChangeCursor }> {
	const from = before(cursor, overlapSeconds);
	const found = await Promise.all(
		sources.map(async ({ model, domain, of }) => {
			const since: Domain = [...domain, ['write_date', '>=', from]];
			return of === 'id'
				? await recordsOf(odoo, model, since)
				: await groupsOf(odoo, model, since, of);
		}),
	);
	const changes = found.flat();
	return {
		ids: [...new Set(changes.map(({ id }) => id))],
		cursor: later([cursor, ...changes.map(({ written }) => written)]),
	};
}

/** A record, and when it was changed. */
export interface Change {
	id: number;
	written: string;
}

async function recordsOf(odoo: OdooClient, model: string, domain: Domain): Promise<Change[]> {
	const options = { archived: true, order: 'write_date, id' };
	const rows = await searchRead(odoo, model, domain, ['write_date'], options);
	return rows.map((row) => ({ id: row.id, written: textOf(row.write_date) }));
}

/**
 * The records that a many2one field `of` leads to, with when one that leads there was written last.
 * Grouped by Odoo: a busy warehouse has many moves and few products.
 */
export async function groupsOf(
	odoo: OdooClient,
	model: string,
	domain: Domain,
	of: string,
): Promise<Change[]> {
	const grouping = await odoo.remember('groups by formatted_read_group', async () => ({
		can: true,
	}));
	const context = { active_test: false };
	const ask = async (): Promise<Array<Record<string, unknown>>> => {
		if (grouping.can) {
			const aggregates = ['write_date:max'];
			const params = { domain, groupby: [of], aggregates };
			const answer = odoo.call(model, 'formatted_read_group', { params, context });
			const rows = await answer.catch((error: unknown) => {
				if (!(error instanceof IntegrationError && UNKNOWN_METHOD.has(error.code))) throw error;
				grouping.can = false;
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

/** What an Odoo before 18 says to `formatted_read_group`. */
const UNKNOWN_METHOD = new Set(['ODOO_SERVER_FAULT', 'ODOO_NOT_FOUND']);

/** The latest of stamps, all of one form that sorts as text. */
const later = (stamps: string[]): string => stamps.reduce((a, b) => (b > a ? b : a), EVER);

function before(cursor: ChangeCursor, seconds: number): ChangeCursor {
	const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(cursor) ? fromOdooTime(cursor) : NaN;
	if (Number.isNaN(time)) throw cursorInvalid(cursor);
	return toOdooTime(Math.max(0, time - seconds * 1000));
}

const cursorInvalid = (cursor: string) =>
	new IntegrationError({
		code: 'CURSOR_INVALID',
		message: `Invalid cursor: "${cursor.slice(0, 40)}".`,
		likelyCause: 'It was typed in, or a step before this one has changed its form.',
		nextStep:
			'Pass the cursor of the last run on as it came, e.g. 2026-11-24 08:15:04; leave it empty to begin now.',
	});

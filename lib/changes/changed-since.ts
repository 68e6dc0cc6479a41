import { IntegrationError } from '../core/errors';
import type { OdooClient } from '../odoo/client';
import { groupsOf, type Change } from '../odoo/group-records';
import { searchRead, textOf, type Domain, fromOdooTime, toOdooTime } from '../odoo/records';

/**
 * Position of a reader of changes: the newest `write_date` that it has read, in Odoo's format, e.g.
 * `2026-11-24 08:15:04` (UTC, whole seconds). Only Odoo's clock is used, never the reader's.
 */
export type ChangeCursor = string;

/** Records whose changes are read. */
export interface ChangeSource {
	model: string;
	domain: Domain;
	/** The field with the changed record: a many2one, or `id` for the records themselves. */
	of: string;
}

/** Older than any record. */
const START: ChangeCursor = '1970-01-01 00:00:00';

/**
 * The time of a change in Odoo is the start of its transaction, so a change can become visible with a
 * time that a reader has already passed. By default Odoo ends a request after 120 seconds, so no change
 * becomes visible later than that.
 */
export const OVERLAP_SECONDS = 180;

/** Cursor for reading only changes from now on. */
export async function newestChange(
	odoo: OdooClient,
	sources: ChangeSource[],
): Promise<ChangeCursor> {
	const newest = await Promise.all(
		sources.map(async ({ model }) => {
			const options = { archived: true, order: 'write_date desc', limit: 1 };
			const [row] = await searchRead(odoo, model, [], ['write_date'], options);
			return textOf(row?.write_date) || START;
		}),
	);
	return later(newest);
}

/**
 * Ids that have changed since the cursor, each id once. The last `overlapSeconds` before it are read
 * again, so that a change in the same second or one that was committed late is not missed. The same id
 * may be returned again: callers compare states if that matters.
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

async function recordsOf(odoo: OdooClient, model: string, domain: Domain): Promise<Change[]> {
	const options = { archived: true, order: 'write_date, id' };
	const rows = await searchRead(odoo, model, domain, ['write_date'], options);
	return rows.map((row) => ({ id: row.id, written: textOf(row.write_date) }));
}

/** The latest time, in a format that sorts as text. */
const later = (times: string[]): string => times.reduce((a, b) => (b > a ? b : a), START);

function before(cursor: ChangeCursor, seconds: number): ChangeCursor {
	const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(cursor) ? fromOdooTime(cursor) : NaN;
	if (Number.isNaN(time)) throw cursorInvalid(cursor);
	return toOdooTime(Math.max(0, time - seconds * 1000));
}

const cursorInvalid = (cursor: string) =>
	new IntegrationError({
		code: 'CURSOR_INVALID',
		message: `Invalid cursor: "${cursor.slice(0, 40)}".`,
		likelyCause: 'It was typed in, or an earlier node changed its format.',
		nextStep:
			'Pass on the cursor of the last run unchanged, e.g. 2026-11-24 08:15:04, or leave it empty to start now.',
	});

import { IntegrationError } from '../core/errors';
import { demandAccess } from './access';
import type { OdooClient } from './client';
import { isAboutRecords, isolate } from './isolate';
import { isPassing, odooError, oneLine } from './odoo-error';

/** One record for `load`: the first row has the columns of the record, further rows only add lines. */
export interface LoadRecord {
	/** Identifies the record in the result. */
	key: string;
	rows: string[][];
}

export interface LoadResult {
	/** Database ids by key. */
	ids: Map<string, number>;
	/** Odoo's error messages for rejected records, by key. */
	rejected: Map<string, string>;
	/** Keys of records that Odoo rejected together with others and accepted alone. */
	retried: Set<string>;
}

interface Message {
	type: string;
	message: string;
	record?: number;
}

interface Answer {
	ids: number[] | false;
	messages: Message[];
}

/** Leaves existing records as they are. Odoo stores `noupdate`, so every `load` of them has to pass it. */
export const CREATE_ONLY = { mode: 'update', noupdate: true };

/** Otherwise `load` takes times for those of the user's time zone; all other calls take UTC. */
const IN_UTC = { tz: 'UTC' };

/**
 * Creates or finds records by external id with Odoo's `load`, in one transaction. `load` writes
 * nothing if one record is invalid: such records are removed, the rest is sent again, and then each of
 * them alone, because Odoo also blames the first record for an error of another. If the whole call fails
 * without naming a record, the records are halved. An invalid record fails alone.
 *
 * @param fields columns, `id` (the external id) first
 * @param context `CREATE_ONLY`; absent: existing records are overwritten
 * @throws IntegrationError `ODOO_SERIALIZATION` if a concurrent transaction won, `ODOO_INTERRUPTED` if the
 *   database session ended: look up what exists, then retry
 * @throws IntegrationError `ODOO_ACCESS_DENIED` if the user may not create such records
 */
export async function loadRecords(
	odoo: OdooClient,
	model: string,
	fields: string[],
	records: LoadRecord[],
	context?: Record<string, unknown>,
): Promise<LoadResult> {
	const ids = new Map<string, number>();
	const rejected = new Map<string, string>();
	const retried = new Set<string>();
	if (records.length === 0) return { ids, rejected, retried };
	const load = async (some: readonly LoadRecord[]) =>
		await loadTogether(odoo, model, fields, some, context);
	const failed = (_: LoadRecord, error: unknown): Loaded => {
		if (!(error instanceof IntegrationError) || !isAboutRecords(error)) throw error;
		return { failed: error.message };
	};
	const results = await isolate(records, load, failed);
	for (const [index, record] of records.entries()) {
		let result = results[index];
		if (typeof result === 'string') {
			[result] = await isolate([record], load, failed);
			if (typeof result === 'number') retried.add(record.key);
		}
		if (typeof result === 'number') ids.set(record.key, result);
		else
			rejected.set(
				record.key,
				oneLine(typeof result === 'string' ? result : (result?.failed ?? '')),
			);
	}
	// `load` reports a missing right as an error of each row, in the user's language.
	if (ids.size === 0) await demandAccess(odoo, model, 'create');
	return { ids, rejected, retried };
}

/** A database id, why Odoo rejected the record, or why a call with nothing but the record failed. */
type Loaded = number | string | { failed: string };

/** Loads records in one call, without those that Odoo rejects by their number. */
async function loadTogether(
	odoo: OdooClient,
	model: string,
	fields: string[],
	records: readonly LoadRecord[],
	context: Record<string, unknown> | undefined,
): Promise<Loaded[]> {
	const results = new Map<LoadRecord, Loaded>();
	let remaining = records;
	while (remaining.length > 0) {
		const data = remaining.flatMap(({ rows }) => rows);
		const args = { params: { fields, data }, context: { ...IN_UTC, ...context } };
		const { ids, messages } = (await odoo.call(model, 'load', args)) as Answer;
		if (ids && ids.length === remaining.length) {
			remaining.forEach((record, index) => results.set(record, ids[index] ?? 0));
			break;
		}
		const errors = messages.filter(({ type }) => type === 'error');
		// A record that holds such words itself may only be quoted.
		const quotes = (record = -1) => remaining[record]?.rows.flat().some(isPassing);
		const passing = errors.find((one) => isPassing(one.message) && !quotes(one.record));
		if (passing) throw odooError({ exception: 'UserError', text: passing.message }, model, 'load');
		const bad = new Map(errors.map(({ record, message }) => [record ?? -1, message]));
		const good = remaining.filter((_, index) => !bad.has(index));
		if (good.length === remaining.length) {
			const text = messages.map(({ message }) => message).join(' ');
			throw odooError({ exception: 'UserError', text }, model, 'load');
		}
		for (const [index, message] of bad) {
			const record = remaining[index];
			if (record) results.set(record, message);
		}
		remaining = good;
	}
	return records.map((record) => results.get(record) ?? '');
}

/**
 * Like `loadRecords`, for records that are all needed.
 *
 * @returns database ids by key
 * @throws IntegrationError `ODOO_VALIDATION` if Odoo rejects one of them
 */
export async function loadAll(
	...[odoo, model, ...load]: Parameters<typeof loadRecords>
): Promise<Map<string, number>> {
	const { ids, rejected } = await loadRecords(odoo, model, ...load);
	const [text] = rejected.values();
	if (text !== undefined) throw odooError({ exception: 'UserError', text }, model, 'load');
	return ids;
}

import { demandAccess } from './access';
import type { OdooClient } from './client';
import { isLostRace, odooError, oneLine } from './odoo-error';

/** One record for `load`: its first row carries the record's own columns, further ones only lines. */
export interface LoadRecord {
	/** The caller's name for it. */
	key: string;
	rows: string[][];
}

export interface LoadResult {
	/** Database ids by key. */
	ids: Map<string, number>;
	/** What Odoo said against a record, on one line, by key. */
	refused: Map<string, string>;
}

interface Message {
	type: string;
	message: string;
	record?: number;
}

/**
 * Context of a `load` that leaves existing records exactly as they are and only tells their ids.
 * Odoo keeps the mark from the creation, so all loads of a kind of record have to carry it.
 */
export const CREATE_ONLY = { mode: 'update', noupdate: true };

/**
 * Creates or finds records by external id with Odoo's `load`, all in one transaction. `load` writes
 * nothing when one record is bad: that one is taken out and the rest sent again, so that a bad
 * record fails alone.
 *
 * @param fields columns, `id` (the external id) first
 * @param context `CREATE_ONLY`, or nothing to write existing records anew
 * @throws IntegrationError `ODOO_SERIALIZATION` when another transaction won: look what is there, then repeat
 * @throws IntegrationError `ODOO_ACCESS_DENIED` when the user may not create such records
 */
export async function loadRecords(
	odoo: OdooClient,
	model: string,
	fields: string[],
	records: LoadRecord[],
	context?: Record<string, unknown>,
): Promise<LoadResult> {
	const refused = new Map<string, string>();
	let remaining = records;
	while (remaining.length > 0) {
		const data = remaining.flatMap(({ rows }) => rows);
		const args = { params: { fields, data }, ...(context && { context }) };
		const answer = (await odoo.call(model, 'load', args)) as {
			ids: number[] | false;
			messages: Message[];
		};
		const { ids } = answer;
		if (ids && ids.length === remaining.length) {
			return { ids: new Map(remaining.map(({ key }, i) => [key, ids[i] ?? 0])), refused };
		}
		const errors = answer.messages.filter(({ type }) => type === 'error');
		const race = errors.find(({ message }) => isLostRace(message));
		if (race) throw odooError({ exception: 'UserError', text: race.message }, model, 'load');
		const bad = new Map(errors.map(({ record, message }) => [record ?? -1, oneLine(message)]));
		const good = remaining.filter((_, index) => !bad.has(index));
		if (good.length === remaining.length) throw unusable(answer.messages, model);
		remaining.forEach(({ key }, index) => {
			const words = bad.get(index);
			if (words !== undefined) refused.set(key, words);
		});
		remaining = good;
	}
	// `load` reports a missing right as a fault of each row, in the user's language.
	if (refused.size > 0) await demandAccess(odoo, model, 'create');
	return { ids: new Map(), refused };
}

const unusable = (messages: Message[], model: string) =>
	odooError(
		{ exception: 'UserError', text: messages.map(({ message }) => message).join(' ') },
		model,
		'load',
	);

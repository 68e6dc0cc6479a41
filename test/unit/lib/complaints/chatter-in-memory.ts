import type { ComplaintToRecord } from '../../../../lib/complaints/complaint';
import type { OdooRow } from '../../../../lib/odoo/records';
import { answerExternalId } from '../odoo/answer-external-id';
import { fakeOdoo, type MadeCall } from '../odoo/fake-odoo';

/** Chatter, activities and tickets as records by model, with the external ids that `load` gave them. */
export function chatterInMemory(fields: Record<string, object> = {}) {
	const rows: Record<string, OdooRow[]> = {};
	const named: Record<string, [string, number]> = {};
	let last = 100;
	const add = (model: string, values: object): number => {
		last += 1;
		const written = { date: '2026-11-22 10:00:00', write_date: '2026-11-22 10:00:00' };
		(rows[model] ??= []).push({ ...written, ...values, id: last });
		return last;
	};
	const load = ({ model, params, context }: MadeCall) => {
		const { fields: columns, data } = params as { fields: string[]; data: string[][] };
		const ids = data.map((row) => {
			const values = Object.fromEntries(columns.map((column, index) => [column, row[index]]));
			const externalId = String(values.id);
			const place = { res_model: context?.default_res_model };
			named[externalId] ??= [model, add(model, { ...values, ...place })];
			return named[externalId][1];
		});
		return { ids, messages: [] };
	};
	const odoo = fakeOdoo((call) => {
		const known = answerExternalId(call, named);
		if (known) return known;
		const all = rows[call.model] ?? [];
		if (call.method === 'load') return load(call);
		if (call.method === 'fields_get') return fields[call.model] ?? {};
		if (call.method === 'get_metadata') {
			return (call.ids ?? []).map((id) => ({
				id,
				xmlids: Object.keys(named)
					.filter((xmlid) => named[xmlid]?.[1] === id)
					.map((xmlid) => ({ xmlid })),
			}));
		}
		if (call.method === 'action_feedback') {
			rows[call.model] = all.filter(({ id }) => !call.ids?.includes(id));
			return true;
		}
		if (call.method === 'write') {
			for (const row of all) if (call.ids?.includes(row.id)) Object.assign(row, call.params?.vals);
			return true;
		}
		const { domain = [] } = (call.params ?? {}) as { domain?: Array<[string, string, unknown]> };
		return all.filter((row) => domain.every((condition) => holds(row, condition)));
	});
	const messages = () => (rows['mail.message'] ?? []).map(({ body }) => String(body));
	return { odoo, rows, add, messages, externalIds: () => Object.keys(named) };
}

function holds(row: OdooRow, [field, operator, wanted]: [string, string, unknown]): boolean {
	const value = row[field];
	if (operator === 'in') return (wanted as unknown[]).some((one) => String(one) === String(value));
	if (operator === '>=' || value === undefined) return true;
	if (operator.endsWith('like')) return String(value).includes(String(wanted));
	return String(value) === String(wanted);
}

/** A complaint of today, with changes. */
export const complaintWith = (changes: Partial<ComplaintToRecord> = {}): ComplaintToRecord => ({
	complaint_id: '2002018',
	mchid: '1900000001',
	state: 'PENDING',
	reply_by: '2026-11-23T10:30:00.000Z',
	solve_by: '2026-11-25T10:30:00.000Z',
	phone: '',
	askedFen: 0,
	words: [
		{
			log_id: '1',
			at: '2026-11-22T18:30:00+08:00',
			type: 'USER_CREATE_COMPLAINT',
			text: '未到',
			images: 0,
		},
	],
	...changes,
});

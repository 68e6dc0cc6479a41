import type { OdooClient } from '../odoo/client';
import { externalIdsOf } from '../odoo/external-ids';
import { fromOdooTime, textOf, type OdooRow } from '../odoo/records';
import { partOfComplaint } from './complaint';

/** A complaint that was recorded, with where it is. */
export interface Opened {
	mchid: string;
	complaint_id: string;
	model: string;
	id: number;
	/** Parts that were written about the complaint, with the time of the last change. */
	parts: Map<string, number>;
}

/** Complaints by merchant and number, from the notes that open them. */
export async function openedComplaints(
	odoo: OdooClient,
	rows: OdooRow[],
): Promise<Map<string, Opened>> {
	const ids = rows.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'mail.message', ids);
	const found = new Map<string, Opened>();
	for (const { id, model, res_id } of rows) {
		for (const name of named.get(id) ?? []) {
			const own = partOfComplaint(name);
			if (own?.part !== 'opened') continue;
			const { mchid, complaint_id } = own;
			const place = { model: textOf(model), id: Number(res_id) };
			found.set(`${mchid}_${complaint_id}`, { mchid, complaint_id, ...place, parts: new Map() });
		}
	}
	return found;
}

/** Notes of the package are noted with their complaint. @returns the notes that people wrote */
export async function notesOfPeople(
	odoo: OdooClient,
	rows: OdooRow[],
	places: Map<string, Opened>,
): Promise<OdooRow[]> {
	const ids = rows.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'mail.message', ids);
	return rows.filter(({ id, write_date }) => {
		const own = (named.get(id) ?? []).flatMap((name) => partOfComplaint(name) ?? []);
		for (const { mchid, complaint_id, part } of own) {
			places.get(`${mchid}_${complaint_id}`)?.parts.set(part, fromOdooTime(write_date));
		}
		return own.length === 0;
	});
}

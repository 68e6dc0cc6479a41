import { searchRead, type Domain, type OdooRow } from './records';
import type { OdooTransport } from './transport/transport';

const PAGE = 2000;

/** Reads all that a domain finds, by id, however much it is: so many records a call. */
export async function everyRow(
	odoo: OdooTransport,
	model: string,
	domain: Domain,
	fields: string[],
): Promise<OdooRow[]> {
	const rows: OdooRow[] = [];
	for (;;) {
		const after: Domain = [...domain, ['id', '>', rows.at(-1)?.id ?? 0]];
		const page = await searchRead(odoo, model, after, fields, { order: 'id', limit: PAGE });
		rows.push(...page);
		if (page.length < PAGE) return rows;
	}
}

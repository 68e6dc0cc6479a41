import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, textOf, type OdooRow } from '../../odoo/records';
import type { Unit } from '../table';

/**
 * All active units of measure, read once for each connection. Before Odoo 19, units of one category can be
 * converted into each other; since then, units with the same base unit.
 */
export async function readUnits(odoo: OdooClient): Promise<Unit[]> {
	return await odoo.remember('units of measure', async () => {
		const known = await odoo.fields('uom.uom');
		const inCategories = known.has('category_id');
		const fields = inCategories
			? ['name', 'category_id', 'factor_inv']
			: ['name', 'relative_uom_id', 'factor'];
		const rows = await searchRead(odoo, 'uom.uom', [], fields);
		const byId = new Map(rows.map((row) => [row.id, row]));
		return rows.map((row) => ({
			id: row.id,
			name: textOf(row.name),
			family: inCategories ? (idOf(row.category_id) ?? 0) : baseOf(row, byId),
			factor: Number(inCategories ? row.factor_inv : row.factor),
		}));
	});
}

function baseOf(row: OdooRow, byId: Map<number, OdooRow>, depth = 0): number {
	const reference = byId.get(idOf(row.relative_uom_id) ?? 0);
	return reference && depth < 20 ? baseOf(reference, byId, depth + 1) : row.id;
}

import { groupBy } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, textOf } from '../../odoo/records';
import { RETURN_NOTE, transfersInNote, type ReturnLine, type ReturnPart } from './return-part';

/** A return transfer that no after-sale has yet. */
export interface UnnotedReturn {
	picking_id: number;
	name: string;
	/** Units by database id of the product. */
	quantities: ReadonlyMap<number, number>;
}

/**
 * Returns that a run created and did not note, because it ended in between. Returns of other users are not among them.
 *
 * @param delivered the delivered lines of the order, by delivery
 */
export async function unnotedReturns(
	odoo: OdooClient,
	orderId: number,
	delivered: Map<number, ReturnLine[]>,
): Promise<UnnotedReturn[]> {
	const lines = [...delivered.values()].flat();
	const moves = await searchRead(
		odoo,
		'stock.move',
		[
			['origin_returned_move_id', 'in', lines.map(({ move }) => move.id)],
			['state', '!=', 'cancel'],
			['create_uid', '=', await odoo.userId()],
		],
		['picking_id', 'product_id', 'product_uom_qty'],
	);
	if (moves.length === 0) return [];
	const notes = await searchRead(
		odoo,
		'mail.message',
		[
			['model', '=', 'sale.order'],
			['res_id', '=', orderId],
			['body', 'ilike', RETURN_NOTE],
		],
		['body'],
	);
	const noted = new Set(notes.flatMap(({ body }) => transfersInNote(textOf(body))));
	const byPicking = groupBy(moves, ({ picking_id: picking }) => idOf(picking) ?? 0);
	const ids = [...byPicking.keys()];
	const pickings = await searchRead(odoo, 'stock.picking', [['id', 'in', ids]], ['name'], {
		order: 'id',
	});
	return pickings
		.map(({ id, name }) => ({ picking_id: id, name: textOf(name) }))
		.filter(({ name }) => !noted.has(name))
		.map((picking) => {
			const own = groupBy(byPicking.get(picking.picking_id) ?? [], (move) => {
				return idOf(move.product_id) ?? 0;
			});
			const units = [...own].map(([product, rows]) => {
				return [product, rows.reduce((sum, row) => sum + Number(row.product_uom_qty), 0)] as const;
			});
			return { ...picking, quantities: new Map(units) };
		});
}

/** Chooses the returns that an after-sale can have, and what of it is on none of them. */
export function adoptReturns(
	part: ReturnPart,
	returns: UnnotedReturn[],
): { adopted: UnnotedReturn[]; left: ReturnPart } {
	const left = new Map(part.quantities);
	const adopted = returns.filter(({ quantities }) => {
		const fits = [...quantities].every(([product, units]) => units <= (left.get(product) ?? 0));
		if (fits)
			for (const [product, units] of quantities)
				left.set(product, (left.get(product) ?? 0) - units);
		return fits;
	});
	return { adopted, left: { ...part, quantities: left } };
}

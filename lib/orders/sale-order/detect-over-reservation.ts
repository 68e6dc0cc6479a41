import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, type OdooRow } from '../../odoo/records';

/**
 * Whether more pieces of a product are reserved somewhere than lie there. Odoo 19 gives the last
 * piece to both of two transactions that reserve it at the same moment: the second one finds the
 * stock record locked and books its reservation in a new one beside it. Whoever looks after its own
 * commit sees that; of those who share a piece, the last one always does. What only looks so is
 * put right first.
 */
export async function isOverReserved(odoo: OdooClient, productIds: number[]): Promise<boolean> {
	if (productIds.length === 0 || !(await mayDoublyReserve(odoo))) return false;
	const rows = await readQuants(odoo, productIds);
	const suspect = anyOver(rows) || rows.some(isAstray);
	if (!suspect || !(await tidyStockRecords(odoo))) return anyOver(rows);
	return anyOver(await readQuants(odoo, productIds));
}

/** Where reservations are counted on the move itself (up to 16), one of two such transactions fails. */
const mayDoublyReserve = async (odoo: OdooClient): Promise<boolean> =>
	!(await odoo.fields('stock.move')).has('reserved_availability');

/**
 * Has Odoo merge stock records that belong together and correct their reservations by the moves
 * that have them, as it does every night and whenever somebody opens Physical Inventory. Without it,
 * a reservation that was booked beside its stock stays when its order lets go (Odoo 19 takes it off
 * the first record, where it is not), and the piece is never sold.
 *
 * @returns false where the version or the user cannot
 */
export async function tidyStockRecords(odoo: OdooClient): Promise<boolean> {
	try {
		await odoo.call('stock.quant', 'action_view_inventory', {});
		return true;
	} catch (error) {
		if (error instanceof IntegrationError && !error.retryable) return false;
		throw error;
	}
}

/** What `piecesOver` needs of a `stock.quant`. */
export const RESERVATIONS = [
	'product_id',
	'location_id',
	'lot_id',
	'quantity',
	'reserved_quantity',
];

const readQuants = async (odoo: OdooClient, productIds: number[]): Promise<OdooRow[]> =>
	await searchRead(
		odoo,
		'stock.quant',
		[
			['product_id', 'in', productIds],
			['location_id.usage', 'in', ['internal', 'transit']],
		],
		RESERVATIONS,
	);

/** Reserved where nothing lies. */
const isAstray = (row: OdooRow): boolean =>
	Number(row.quantity) <= 0 && Number(row.reserved_quantity) > 0;

const anyOver = (rows: OdooRow[]): boolean => piecesOver(rows) > 1e-6;

/** Pieces that are reserved beyond those that lie in the same place, of stock records. */
export function piecesOver(rows: OdooRow[]): number {
	const places = new Map<string, { there: number; reserved: number }>();
	for (const row of rows) {
		const key = [row.product_id, row.location_id, row.lot_id].map(idOf).join();
		const { there, reserved } = places.get(key) ?? { there: 0, reserved: 0 };
		places.set(key, {
			there: there + Number(row.quantity),
			reserved: reserved + Number(row.reserved_quantity),
		});
	}
	return [...places.values()].reduce(
		(pieces, { there, reserved }) => pieces + Math.max(0, reserved - Math.max(0, there)),
		0,
	);
}

import type { OdooClient } from '../client';
import { idOf, searchRead } from '../records';

/**
 * Whether more pieces of a product are reserved somewhere than lie there. Odoo 19 gives the last
 * piece to both of two transactions that reserve it at the same moment: the second one finds the
 * stock record locked and books its reservation in a new one beside it. Whoever looks after its own
 * commit sees that; of those who share a piece, the last one always does.
 */
export async function isOverReserved(odoo: OdooClient, productIds: number[]): Promise<boolean> {
	if (productIds.length === 0) return false;
	const rows = await searchRead(
		odoo,
		'stock.quant',
		[
			['product_id', 'in', productIds],
			['location_id.usage', 'in', ['internal', 'transit']],
		],
		['product_id', 'location_id', 'lot_id', 'quantity', 'reserved_quantity'],
	);
	const places = new Map<string, { there: number; reserved: number }>();
	for (const row of rows) {
		const key = [row.product_id, row.location_id, row.lot_id].map(idOf).join();
		const { there, reserved } = places.get(key) ?? { there: 0, reserved: 0 };
		places.set(key, {
			there: there + Number(row.quantity),
			reserved: reserved + Number(row.reserved_quantity),
		});
	}
	return [...places.values()].some(({ there, reserved }) => reserved > Math.max(0, there) + 1e-6);
}

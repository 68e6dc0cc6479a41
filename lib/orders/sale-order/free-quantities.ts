import type { OdooClient } from '../../odoo/client';
import { searchRead } from '../../odoo/records';

/**
 * Free pieces of the products that Odoo keeps stock of; a product that is not in it needs none.
 *
 * @param warehouseId absent: all warehouses of the user's companies
 */
export async function freePieces(
	odoo: OdooClient,
	productIds: number[],
	warehouseId?: number,
): Promise<Map<number, number>> {
	const known = await odoo.fields('product.product');
	const storable = known.has('is_storable') ? 'is_storable' : 'type';
	const place = warehouseId && { warehouse: warehouseId, warehouse_id: warehouseId };
	const rows = await searchRead(
		odoo,
		'product.product',
		[['id', 'in', [...new Set(productIds)]]],
		[storable, 'free_qty'],
		{ archived: true, ...(place && { context: place }) },
	);
	return new Map(
		rows.flatMap((row) =>
			row[storable] === true || row[storable] === 'product'
				? [[row.id, Math.max(0, Number(row.free_qty))] as const]
				: [],
		),
	);
}

import type { OdooClient } from '../../odoo/client';
import { keepsStock, kitsAmong, storableField } from '../../odoo/kits';
import { orderWarehouse } from '../../odoo/order-warehouse';
import { searchRead } from '../../odoo/records';
import type { RecordOptions } from '../model/paid-order';

/**
 * Unreserved units of storable products and kits in the warehouse of new orders. A product that needs no
 * stock is left out.
 */
export async function freeUnits(
	odoo: OdooClient,
	productIds: number[],
	{ warehouseId, companyId }: Pick<RecordOptions, 'warehouseId' | 'companyId'>,
): Promise<Map<number, number>> {
	const storable = await storableField(odoo);
	const warehouse = warehouseId ?? (await orderWarehouse(odoo, companyId));
	const context = warehouse === undefined ? {} : { warehouse, warehouse_id: warehouse };
	const options = { archived: true, context };
	const ofProducts: [[string, string, number[]]] = [['id', 'in', productIds]];
	const fields = [storable, 'free_qty'];
	const rows = await searchRead(odoo, 'product.product', ofProducts, fields, options);
	const kits = await kitsAmong(odoo, productIds);
	const kept = rows.filter((row) => keepsStock(row, kits));
	return new Map(kept.map((row) => [row.id, Math.max(0, Number(row.free_qty))]));
}

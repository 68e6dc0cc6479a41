import type { ChangeSource } from '../changes/changed-since';
import type { Watch } from '../changes/watch';
import type { OdooClient } from '../odoo/client';
import { withTheirKits } from '../odoo/kits';
import type { StockPlace } from './quantities';
import type { SafetyBuffer } from './safety-buffer';
import { stockItems, type StockItem } from './stock-items';

/**
 * Changes of the stock of products. Quants alone are not enough, because Odoo deletes empty ones. They are
 * changed by moves, which stay.
 */
export const STOCK_SOURCES: ChangeSource[] = [
	{ model: 'stock.move', domain: [], of: 'product_id' },
	{ model: 'stock.quant', domain: [], of: 'product_id' },
];

/** The newest quantities of products with changed stock, and of the kits that contain them. */
export async function changedStock(
	odoo: OdooClient,
	productIds: number[],
	place: StockPlace,
	buffer: SafetyBuffer,
): Promise<StockItem[]> {
	const ids = await withTheirKits(odoo, productIds);
	const items = await stockItems(odoo, ids, place, buffer);
	return items.filter(({ untracked }) => !untracked);
}

/** Products whose quantity has changed, with their newest quantities. */
export const stockWatch = (place: StockPlace, buffer: SafetyBuffer): Watch => ({
	sources: STOCK_SOURCES,
	read: async (odoo, ids) =>
		(await changedStock(odoo, ids, place, buffer)).map((json) => ({ id: json.product_id, json })),
	mayWait: (emitted, now) => onlyRose(emitted as StockItem, now as StockItem),
});

/** Too low a quantity cannot oversell. But a product that is in stock again should be offered soon. */
export const onlyRose = (
	emitted: Pick<StockItem, 'quantity_to_promise'>,
	now: Pick<StockItem, 'quantity_to_promise'>,
): boolean =>
	emitted.quantity_to_promise > 0 && now.quantity_to_promise >= emitted.quantity_to_promise;

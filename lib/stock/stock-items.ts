import type { OdooClient } from '../odoo/client';
import { freeQuantities, placeOrDefault, type FreeQuantity, type StockPlace } from './quantities';
import { channelQuantity } from '../core/channel-share';
import { bufferOf, quantityToPromise, type SafetyBuffer } from './safety-buffer';

/** Output of Odoo Stock and Odoo Trigger for a product. Quantities are in the unit of the product. */
export interface StockItem extends FreeQuantity {
	/** The requested WeChat SKU. */
	sku?: string;
	/** Safety buffer, in units. */
	buffer: number;
	/** Whole units that this channel may sell, zero or more. */
	quantity_to_promise: number;
	/** Where stock was counted. */
	warehouse_ids?: number[];
	location_id?: number;
}

/**
 * Reads the available quantities of products.
 *
 * @param productIds absent: all storable products that are not archived
 * @param skus known WeChat SKUs by product id
 */
export async function stockItems(
	odoo: OdooClient,
	productIds: number[] | undefined,
	chosen: StockPlace,
	buffer: SafetyBuffer,
	skus: ReadonlyMap<number, string> = new Map(),
): Promise<StockItem[]> {
	const place = await placeOrDefault(odoo, chosen);
	const { warehouseIds = [], locationId } = place;
	return (await freeQuantities(odoo, productIds, place)).map((free) => {
		const sku = skus.get(free.product_id);
		const names = [...(sku === undefined ? [] : [sku]), free.default_code].filter(Boolean);
		const kept = bufferOf(buffer, free.free_qty, names);
		const available = quantityToPromise(free.free_qty, kept);
		return {
			...free,
			...(sku !== undefined && { sku }),
			buffer: kept,
			quantity_to_promise: buffer.shares
				? channelQuantity(buffer.shares, available, names)
				: available,
			...(locationId !== undefined
				? { location_id: locationId }
				: warehouseIds.length > 0 && { warehouse_ids: warehouseIds }),
		};
	});
}

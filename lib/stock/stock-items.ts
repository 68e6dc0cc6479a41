import type { OdooClient } from '../odoo/client';
import { freeQuantities, type FreeQuantity, type StockPlace } from './quantities';
import { bufferOf, quantityToPromise, type SafetyBuffer } from './safety-buffer';

/** What Odoo Stock and Odoo Trigger tell of a product. Quantities are in the product's unit. */
export interface StockItem extends FreeQuantity {
	/** The WeChat SKU that was asked for. */
	sku?: string;
	/** Kept back from sale, in pieces. */
	buffer: number;
	/** What may be sold: whole pieces, zero or more. */
	quantity_to_promise: number;
	/** The places that were counted; absent: all of them. */
	warehouse_ids?: number[];
	location_id?: number;
}

/**
 * Reads what may be promised of products.
 *
 * @param productIds absent: every storable product that is not archived
 * @param skus WeChat SKUs by product id, where they are known
 */
export async function stockItems(
	odoo: OdooClient,
	productIds: number[] | undefined,
	place: StockPlace,
	buffer: SafetyBuffer,
	skus: ReadonlyMap<number, string> = new Map(),
): Promise<StockItem[]> {
	const { warehouseIds = [], locationId } = place;
	return (await freeQuantities(odoo, productIds, place)).map((free) => {
		const sku = skus.get(free.product_id);
		const names = [...(sku === undefined ? [] : [sku]), free.default_code].filter(Boolean);
		const kept = bufferOf(buffer, free.free_qty, names);
		return {
			...free,
			...(sku !== undefined && { sku }),
			buffer: kept,
			quantity_to_promise: quantityToPromise(free.free_qty, kept),
			...(locationId !== undefined
				? { location_id: locationId }
				: warehouseIds.length > 0 && { warehouse_ids: warehouseIds }),
		};
	});
}

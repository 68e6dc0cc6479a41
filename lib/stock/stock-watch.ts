import type { ChangeSource } from '../changes/changed-since';
import type { Watch } from '../changes/watch';
import type { StockPlace } from './quantities';
import type { SafetyBuffer } from './safety-buffer';
import { stockItems, type StockItem } from './stock-items';

/**
 * What tells that a product's stock has changed. Stock records alone would not do: Odoo deletes those
 * that have become empty, with their stamp. Whatever changes one is a move, and moves stay.
 */
export const STOCK_SOURCES: ChangeSource[] = [
	{ model: 'stock.move', domain: [], of: 'product_id' },
	{ model: 'stock.quant', domain: [], of: 'product_id' },
];

/** Products whose quantity has changed, one item each with the newest figures. */
export const stockWatch = (place: StockPlace, buffer: SafetyBuffer): Watch => ({
	sources: STOCK_SOURCES,
	read: async (odoo, ids) =>
		(await stockItems(odoo, ids, place, buffer)).map((json) => ({ id: json.product_id, json })),
	mayWait: (told, now) => onlyRose(told as StockItem, now as StockItem),
});

/** More stock than buyers were told of sells nothing twice; coming back into stock is worth a word. */
export const onlyRose = (
	told: Pick<StockItem, 'quantity_to_promise'>,
	now: Pick<StockItem, 'quantity_to_promise'>,
): boolean => told.quantity_to_promise > 0 && now.quantity_to_promise >= told.quantity_to_promise;

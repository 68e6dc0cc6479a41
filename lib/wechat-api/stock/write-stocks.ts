import type { HttpCallContext } from '../../core/http';
import { mapWithLimit } from '../../core/collections';
import type { OpenApiAccount } from '../call';
import { readStock, skuKey, type ShopStock } from './read-stock';
import { newest } from '../../core/stock-update';
import {
	noteVersion,
	writeStock,
	type ShopStockUpdate,
	type StockOutcome,
	type WriteOptions,
} from './write-stock';

export type StockResult = { outcome: StockOutcome } | { error: unknown };

const AT_ONCE = 5;

/**
 * Sets the stock of many SKUs. Of several figures for one SKU only the newest is written. All are read
 * together first, 50 products a call, so that what is correct already needs no further call.
 *
 * @returns a result for each, in their order: one that fails stops no other
 * @throws IntegrationError when the stock cannot be read at all
 */
export async function writeStocks(
	account: OpenApiAccount,
	updates: readonly ShopStockUpdate[],
	options: WriteOptions,
	context: HttpCallContext,
): Promise<StockResult[]> {
	const kept = newest(updates, skuKey);
	for (const update of kept) noteVersion(options.newestVersions, update);
	const there: Map<string, ShopStock> =
		kept.size > 1
			? await readStock(
					account,
					[...kept].map(({ product_id }) => product_id),
					context,
				)
			: new Map();
	return await mapWithLimit(updates, AT_ONCE, async (update): Promise<StockResult> => {
		const { product_id, sku_id, quantity } = update;
		const before = there.get(skuKey(update))?.normal_stock_num;
		if (!kept.has(update)) {
			return { outcome: { status: 'superseded', product_id, sku_id, quantity } };
		}
		if (before === quantity) {
			return { outcome: { status: 'unchanged', product_id, sku_id, quantity, before } };
		}
		return await writeStock(account, update, options, context).then(
			(outcome) => ({ outcome }),
			(error: unknown) => ({ error }),
		);
	});
}

import { readStock, skuKey } from '../../../../lib/wechat-api/stock/read-stock';
import { callContext } from '../../../shared/call-context';
import { runBatch } from '../../../shared/run-batch';
import { shopOf } from '../../shared/shop';
import { findSkus, skuFields } from '../../shared/sku-fields';

export const description = skuFields({ resource: ['shopStock'], operation: ['get'] });

const UNKNOWN = 1;

/** Adds to each item what WeChat Shop has of its SKU; 50 products are read at once. */
export const execute = runBatch(async (context, items) => {
	const shop = await shopOf(context);
	const matches = await findSkus(context, shop);
	const known = matches.flatMap((match) => ('problem' in match ? [] : [match.product_id]));
	const there = await readStock(shop.account, known, callContext);
	return matches.map((match, index) => {
		const { json } = items[index]!;
		const stock = 'problem' in match ? undefined : there.get(skuKey(match));
		if (stock) return { json: { ...json, stock: { status: 'read', ...stock } } };
		const message =
			'problem' in match ? match.problem : 'WeChat Shop has no stock of a SKU with these IDs.';
		return { json: { ...json, stock: { status: 'unknown_sku', message } }, output: UNKNOWN };
	});
});

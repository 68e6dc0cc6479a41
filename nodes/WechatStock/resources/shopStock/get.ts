import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readStock, skuKey } from '../../../../lib/wechat-api/stock/read-stock';
import { callContext } from '../../../shared/call-context';
import { leave, type Settled } from '../../shared/route-items';
import { shopOf } from '../../shared/shop';
import { findSkus, skuFields } from '../../shared/sku-fields';

export const description = skuFields({ resource: ['shopStock'], operation: ['get'] });

const FOUND = 0;
const UNKNOWN = 1;

/** Adds to each item what WeChat Shop has of its SKU; 50 products are read at once. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const shop = await shopOf(this);
	const matches = await findSkus(this, shop);
	const known = matches.flatMap((match) => ('problem' in match ? [] : [match.product_id]));
	const there = await readStock(shop.account, known, callContext);
	const settled = matches.map((match): Settled => {
		const stock = 'problem' in match ? undefined : there.get(skuKey(match));
		if (stock) return { output: FOUND, stock: { status: 'read', ...stock } };
		const message =
			'problem' in match ? match.problem : 'WeChat Shop has no stock of a SKU with these IDs.';
		return { output: UNKNOWN, stock: { status: 'unknown_sku', message } };
	});
	return leave(this, settled, 2, UNKNOWN);
}

import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { foundSku } from './ids';
import { shopEndpoint } from './shop-endpoint';
import type { FoundSku } from './product';

/**
 * Adds (1), subtracts (2) or sets (3), at once. What is set forgets every sale since it was read,
 * and what is added or subtracted twice counts twice: WeChat keeps neither apart.
 */
export const updateStock = shopEndpoint('product/stock/update', ({ body }, wechat) => {
	const { diff_type: type, num } = body;
	if (![1, 2, 3].includes(Number(type)) || !isPieces(num)) throw new ServerApiError(10020051);
	const found = foundSku(body, wechat);
	checkWritable(found);
	if (type !== 3 && num === 0) throw new ServerApiError(10020218);
	const { stock_num: before } = found.sku;
	const after = type === 3 ? num : before + (type === 1 ? num : -num);
	if (after < 0) throw new ServerApiError(10020219);
	checkRate(found.sku.sku_id, wechat);
	wechat.serverApi.shop.setStock(found, after, 'api', wechat.now());
	return {};
});

const isPieces = (num: unknown): num is number =>
	typeof num === 'number' && Number.isSafeInteger(num) && num >= 0;

function checkWritable({ product: { status, edit_status } }: FoundSku): void {
	if (status === 0) throw new ServerApiError(10020289);
	if (edit_status === 2) throw new ServerApiError(10020217);
}

function checkRate(skuId: string, { serverApi: { rules, counter }, now }: WeChat): void {
	const limit = rules.stockWritesPerSkuPerMinute ?? Infinity;
	if (!counter.fits(`stock of ${skuId}`, 'minute', limit, now()))
		throw new ServerApiError(10020112);
}

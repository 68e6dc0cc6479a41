import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import type { ShopProduct, FoundSku } from './product';

/** Ids are texts of digits. @throws ServerApiError 10020051 */
export function readId(value: unknown): string {
	if (typeof value === 'string' && /^\d+$/.test(value)) return value;
	throw new ServerApiError(10020051);
}

/** Deleted ones are gone. @throws ServerApiError 10020051, 10020052 */
export function foundProduct(id: unknown, { serverApi }: WeChat): ShopProduct {
	const product = serverApi.shop.product(readId(id));
	if (!product || product.status === 9) throw new ServerApiError(10020052);
	return product;
}

/** @throws ServerApiError 10020051, 10020052 */
export function foundSku(
	{ product_id, sku_id }: Record<string, unknown>,
	wechat: WeChat,
): FoundSku {
	const id = readId(sku_id);
	const product = foundProduct(product_id, wechat);
	const sku = product.skus.find((one) => one.sku_id === id);
	if (!sku) throw new ServerApiError(10020052);
	return { product, sku };
}

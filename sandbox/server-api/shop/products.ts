import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import { pageOf, readPage } from './page';
import type { FoundSku, ShopProduct } from './product';

/** Never listed, or in the bin: those are listed only when asked for by status. */
const HIDDEN = [0, 6];

/** Ids of the products. */
export function listProducts({ body }: ServerApiCall, { serverApi }: WeChat): object {
	const { status } = body;
	const page = readPage(body, { size: 10, max: 30 });
	if (!page) throw new ServerApiError(10020051);
	const matching = serverApi.shop.products.filter((product) =>
		status === undefined ? !HIDDEN.includes(product.status) : product.status === status,
	);
	const { items, next_key } = pageOf(matching, page);
	return {
		product_ids: items.map(({ product_id }) => product_id),
		next_key,
		total_num: matching.length,
	};
}

/** One product: online (1), as its draft (2), or both (3). */
export function getProduct({ body }: ServerApiCall, wechat: WeChat): object {
	const { data_type: type = 1 } = body;
	if (![1, 2, 3].includes(Number(type))) throw new ServerApiError(10020051);
	const product = foundProduct(body.product_id, wechat);
	return {
		...(type === 2 ? {} : { product }),
		...(type === 1 ? {} : { edit_product: product }),
	};
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

/** Ids are texts of digits. @throws ServerApiError 10020051 */
function readId(value: unknown): string {
	if (typeof value === 'string' && /^\d+$/.test(value)) return value;
	throw new ServerApiError(10020051);
}

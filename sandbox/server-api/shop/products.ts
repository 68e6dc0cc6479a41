import { ServerApiError } from '../errcode';
import { foundProduct } from './ids';
import { pageOf, readPage } from './page';
import { shopEndpoint } from './shop-endpoint';

/** Never listed, or in the bin: those are listed only when asked for by status. */
const HIDDEN = [0, 6];

/** Ids of the products. */
export const getProductList = shopEndpoint('product/list/get', ({ body }, { serverApi }) => {
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
});

/** One product: online (1), as its draft (2), or both (3). */
export const getProduct = shopEndpoint('product/get', ({ body }, wechat) => {
	const { data_type: type = 1 } = body;
	if (![1, 2, 3].includes(Number(type))) throw new ServerApiError(10020051);
	const product = foundProduct(body.product_id, wechat);
	return {
		...(type === 2 ? {} : { product }),
		...(type === 1 ? {} : { edit_product: product }),
	};
});

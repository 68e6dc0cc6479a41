import { DIGITS, randomText, type RandomSource } from '../../core/random';
import type { ProductRequest, ShopProduct, ShopSku } from './product';

/** The ids that are made up are beyond 2^53. */
export function makeProduct(request: ProductRequest, random: RandomSource): ShopProduct {
	const { skus = [{}] } = request;
	return {
		product_id: request.product_id ?? `1000${randomText(random, 15, DIGITS)}`,
		out_product_id: request.out_product_id ?? '',
		title: request.title ?? '示例商品',
		status: request.status ?? 5,
		edit_status: request.edit_status ?? 4,
		skus: skus.map((sku) => makeSku(sku, random)),
	};
}

const makeSku = (sku: Partial<ShopSku>, random: RandomSource): ShopSku => ({
	sku_id: sku.sku_id ?? `3095${randomText(random, 15, DIGITS)}`,
	out_sku_id: sku.out_sku_id ?? '',
	sku_code: sku.sku_code ?? '',
	sale_price: sku.sale_price ?? 9900,
	stock_num: sku.stock_num ?? 0,
	sku_attrs: sku.sku_attrs ?? [],
});

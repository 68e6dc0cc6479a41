import { DIGITS, randomText, type RandomSource } from '../../core/random';

/** 0 initial, 5 listed, 6 in the bin, 9 deleted, 11 delisted, 13 to 20 taken down by WeChat. */
export type ProductStatus = 0 | 5 | 6 | 9 | 11 | 13 | 14 | 15 | 20;

/** A SKU of the Shop. */
export interface ShopSku {
	sku_id: string;
	out_sku_id: string;
	/** The merchant's own, 20 characters at most. */
	sku_code: string;
	/** Fen. */
	sale_price: number;
	/** Units. */
	stock_num: number;
	sku_attrs: { attr_key: string; attr_value: string }[];
}

/** A product of the Shop. */
export interface ShopProduct {
	product_id: string;
	out_product_id: string;
	title: string;
	status: ProductStatus;
	/** 2 is in review, 4 approved. */
	edit_status: number;
	skus: ShopSku[];
}

/** Fields of a product that a test sets; the rest is generated. */
export interface ProductRequest {
	product_id?: string;
	out_product_id?: string;
	title?: string;
	/** 5 by default. */
	status?: ProductStatus;
	/** 4 by default. */
	edit_status?: number;
	/** One without stock by default. */
	skus?: Partial<ShopSku>[];
}

/** One change of a SKU's stock. */
export interface StockChange {
	/** ISO 8601. */
	at: string;
	product_id: string;
	sku_id: string;
	/** What did it: a call, the console, a sale, or an unpaid order that was cancelled. */
	by: 'api' | 'console' | 'sale' | 'cancellation';
	/** Units. */
	from: number;
	to: number;
}

/** A SKU with the product that it is of. */
export interface FoundSku {
	product: ShopProduct;
	sku: ShopSku;
}

/** Generated ids are beyond 2^53. */
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

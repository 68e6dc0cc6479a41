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
	/** Pieces. */
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

/** What a test says about a product; everything left out is made up. */
export interface ProductRequest {
	product_id?: string;
	out_product_id?: string;
	title?: string;
	/** 5 by default. */
	status?: ProductStatus;
	/** 4 by default. */
	edit_status?: number;
	/** One of no pieces by default. */
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
	/** Pieces. */
	from: number;
	to: number;
}

/** A SKU with the product that it is of. */
export interface FoundSku {
	product: ShopProduct;
	sku: ShopSku;
}

/**
 * An order of a WeChat Shop as `order/get` returns it. WeChat adds fields often and leaves others out, so
 * every field is optional and unknown ones are kept. Amounts in fen, times in seconds, ids as text.
 */
export interface ShopOrder {
	order_id?: string;
	status?: number;
	create_time?: number;
	update_time?: number;
	openid?: string;
	unionid?: string;
	is_present?: boolean;
	present_note?: string;
	order_detail?: {
		product_infos?: ShopLine[];
		pay_info?: { payment_method?: number; pay_time?: number; transaction_id?: string };
		price_info?: ShopPrices;
		delivery_info?: ShopDelivery;
		ext_info?: { customer_notes?: string; order_scene?: number; live_id?: string };
		commission_infos?: ShopCommission[];
		source_infos?: ShopSource[];
		settle_info?: { predict_commission_fee?: number; commission_fee?: number };
	};
}

export interface ShopLine {
	product_id?: string;
	sku_id?: string;
	sku_code?: string;
	out_sku_id?: string;
	title?: string;
	sku_cnt?: number;
	/** Of one unit. */
	sale_price?: number;
	/** Of the whole line: what the buyer paid. */
	real_price?: number;
	is_free_gift?: number;
	delivery_deadline?: number;
	on_aftersale_sku_cnt?: number;
	finish_aftersale_sku_cnt?: number;
	sku_deliver_info?: { stock_type?: number; predict_delivery_time?: number };
	change_sku_info?: { preshipment_change_sku_state?: number };
}

export interface ShopPrices {
	/** What the buyer pays, postage included. */
	order_price?: number;
	original_order_price?: number;
	freight?: number;
	is_change_freight?: boolean;
	change_freight?: number;
	/** WeChat's spelling: what the merchant receives before fees. */
	merchant_receieve_price?: number;
}

export interface ShopDelivery {
	deliver_method?: number;
	address_info?: ShopAddress;
	address_under_review?: object;
	delivery_product_info?: ShopParcel[];
}

export interface ShopAddress {
	user_name?: string;
	tel_number?: string;
	postal_code?: string;
	province_name?: string;
	city_name?: string;
	county_name?: string;
	detail_info?: string;
	house_number?: string;
	/** The same for the same address in this shop, also while it is masked. */
	hash_code?: string;
	tel_number_ext_info?: { virtual_tel_number?: string; virtual_tel_expire_time?: number };
}

/** A parcel that WeChat knows of. */
export interface ShopParcel {
	waybill_id?: string;
	delivery_id?: string;
	delivery_name?: string;
	product_infos?: Array<{ product_id?: string; sku_id?: string; product_cnt?: number }>;
}

export interface ShopCommission {
	sku_id?: string;
	nickname?: string;
	/** 0 influencer, 1 agency. */
	type?: number;
	amount?: number;
	finder_id?: string;
}

export interface ShopSource {
	sku_id?: string;
	account_id?: string;
	account_nickname?: string;
	/** 100 and more: an influencer or an agency. */
	sale_channel?: number;
}

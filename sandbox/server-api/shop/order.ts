/**
 * 10 unpaid, 12 gift to be accepted, 13 group not complete, 20 to ship, 21 partly shipped, 30 to receive,
 * 100 done, 200 all refunded, 250 cancelled unpaid.
 */
export type ShopOrderStatus = 10 | 12 | 13 | 20 | 21 | 30 | 100 | 200 | 250;

/** An order of the Shop, as `order/get` answers it. Seconds and fen. */
export interface ShopOrder {
	order_id: string;
	status: ShopOrderStatus;
	create_time: number;
	update_time: number;
	openid: string;
	unionid: string;
	is_present: boolean;
	order_detail: {
		product_infos: ShopOrderLine[];
		pay_info: {
			transaction_id: string;
			prepay_id: string;
			pay_time?: number;
			payment_method: number;
		};
		price_info: ShopOrderPrices;
		delivery_info: ShopDeliveryInfo;
		ext_info: {
			customer_notes: string;
			merchant_notes: string;
			live_id: string;
			finder_id: string;
			order_scene: number;
		};
		commission_infos: ShopCommission[];
		source_infos: {
			sku_id: string;
			account_type: number;
			account_id: string;
			account_nickname: string;
			sale_channel: number;
		}[];
		settle_info: { predict_commission_fee: number; commission_fee?: number; settle_time?: number };
	};
	aftersale_detail: {
		on_aftersale_order_cnt: number;
		aftersale_order_list: { aftersale_order_id: string }[];
	};
}

export interface ShopOrderLine {
	product_id: string;
	sku_id: string;
	product_unique_id: string;
	sku_cnt: number;
	sku_code: string;
	out_sku_id: string;
	title: string;
	sale_price: number;
	/** Of the whole line, as the next three and `sku_merchant_receive_amount`. */
	real_price: number;
	estimate_price: number;
	is_discounted: boolean;
	is_change_price: boolean;
	merchant_discounted_price: number;
	finder_discounted_price: number;
	cash_coupon_discounted_price: number;
	is_free_gift: 0 | 1;
	on_aftersale_sku_cnt: number;
	finish_aftersale_sku_cnt: number;
	/** Seconds: ship by. */
	delivery_deadline: number;
	sku_deliver_info: { stock_type: 0 | 1; predict_delivery_time?: number };
}

export interface ShopOrderPrices {
	product_price: number;
	freight: number;
	original_order_price: number;
	order_price: number;
	is_discounted: boolean;
	discounted_price: number;
	merchant_discounted_price: number;
	finder_discounted_price: number;
	cash_coupon_discounted_price: number;
	is_change_freight: boolean;
	/** Spelled as WeChat spells it. */
	merchant_receieve_price: number;
}

export interface ShopDeliveryInfo {
	deliver_method: 0 | 1 | 3;
	address_info: {
		user_name: string;
		tel_number: string;
		province_name: string;
		city_name: string;
		county_name: string;
		detail_info: string;
		hash_code: string;
		tel_number_ext_info?: {
			real_tel_number: string;
			virtual_tel_number: string;
			virtual_tel_expire_time: number;
		};
	};
	/** Seconds; while there is one, the buyer wants another address. */
	address_apply_time?: number;
	address_under_review?: { detail_info: string };
	delivery_product_info: ShopParcel[];
	ship_done_time?: number;
}

/** One parcel that was shipped. */
export interface ShopParcel {
	waybill_id: string;
	delivery_id: string;
	delivery_name: string;
	delivery_time: number;
	deliver_type: 1 | 3;
	product_infos: ParcelProduct[];
}

export interface ParcelProduct {
	product_id: string;
	sku_id: string;
	product_cnt: number;
}

export interface ShopCommission {
	sku_id: string;
	nickname: string;
	/** 0 influencer, 1 agency. */
	type: 0 | 1;
	/** 1 unsettled, 2 settled. */
	status: 1 | 2;
	amount: number;
	finder_id: string;
}

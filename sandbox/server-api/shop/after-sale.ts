/** An after-sale of one SKU, as `getaftersaleorder` answers it. Fen and seconds. */
export interface AfterSale {
	after_sale_order_id: string;
	order_id: string;
	openid: string;
	type: 'REFUND' | 'RETURN';
	status: string;
	reason: string;
	reason_text: string;
	product_info: { product_id: string; sku_id: string; sku_code: string; count: number };
	details: { desc: string; receive_product: boolean; cancel_time?: number };
	refund_info: { amount: number; refund_reason: number };
	return_info: { waybill_id: string; delivery_id: string; delivery_name: string };
	merchant_upload_info: { reject_reason: string };
	/** Seconds left, while the merchant must act. */
	deadline?: number;
	create_time: number;
	update_time: number;
	complete_time?: number;
}

/** What a buyer asks for. */
export interface AfterSaleRequest {
	order_id: string;
	/** The first line by default. */
	sku_id?: string;
	/** Units: all of the line. */
	count?: number;
	/** `RETURN` for goods and money; money alone by default. */
	type?: 'REFUND' | 'RETURN';
	/** Fen: the share of the line that was paid for so many units. */
	amount?: number;
	reason_text?: string;
}

/** Still to be decided. */
const OPEN = [
	'MERCHANT_PROCESSING',
	'USER_WAIT_RETURN',
	'MERCHANT_WAIT_RECEIPT',
	'MERCHANT_REJECT_REFUND',
];

export const isOpenAfterSale = ({ status }: AfterSale): boolean => OPEN.includes(status);

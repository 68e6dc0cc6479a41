/** Goods of one order line, as they left. */
export interface ShippedLine {
	/** The product, in the language that was asked for. */
	name: string;
	/** Internal reference; empty when there is none. */
	sku: string;
	product_id: number;
	/** What has left, in the unit of the move: pieces as a rule. */
	quantity: number;
	/** Absent for goods that the order does not have a line for. */
	sale_order_line_id?: number;
}

/** A finished delivery to the buyer. */
export interface DoneDelivery {
	picking_id: number;
	/** The transfer's number, e.g. `WH/OUT/00042`. */
	name: string;
	/** The number of the sale order, e.g. `S00042`. */
	sale_order: string;
	sale_order_id: number;
	/** ISO 8601. */
	date_done: string;
	/** Absent where no carrier was chosen; `code` as WeChat may know it. */
	carrier?: { id: number; name: string; code?: string };
	/** One tracking number, several with commas, or empty. */
	carrier_tracking_ref: string;
	/** True while more is to follow, or where more has followed: not the order's last delivery. */
	backorder: boolean;
	lines: ShippedLine[];
}

/** A delivery of a recorded order, as WeChat Order Status takes it. */
export interface ShipmentItem {
	transaction_id: string;
	out_trade_no: string;
	/** Where set-up has added its fields to sale orders. */
	mchid?: string;
	/** The buyer, where the payment told who it was. */
	openid?: string;
	/** The recipient's phone number with only its last four digits. */
	address?: { phone: string };
	shipment: DoneDelivery;
}

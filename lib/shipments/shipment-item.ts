/** Shipped goods of one order line. */
export interface ShippedLine {
	/** Product name in the requested language. */
	name: string;
	/** Internal reference; empty if there is none. */
	sku: string;
	product_id: number;
	/** Shipped quantity in the unit of the move, usually units. */
	quantity: number;
	/** Absent for goods without an order line. */
	sale_order_line_id?: number;
}

/** A finished delivery to the buyer. */
export interface DoneDelivery {
	picking_id: number;
	/** Transfer number, e.g. `WH/OUT/00042`. */
	name: string;
	/** Order number, e.g. `S00042`. */
	sale_order: string;
	sale_order_id: number;
	/** ISO 8601. */
	date_done: string;
	/** Absent if no carrier was selected; `code` may be WeChat's code. */
	carrier?: { id: number; name: string; code?: string };
	/** One tracking number, several separated by commas, or empty. */
	carrier_tracking_ref: string;
	/** Whether another delivery of the order follows or has followed. */
	backorder: boolean;
	lines: ShippedLine[];
}

/** A delivery of a recorded order, in the form that WeChat Order Status expects. */
export interface ShipmentItem {
	transaction_id: string;
	out_trade_no: string;
	/** Only if set-up has added its fields to sale orders. */
	mchid?: string;
	/** The buyer, if the payment had one. */
	openid?: string;
	/** The last four digits of the recipient's phone number. */
	address?: { phone: string };
	shipment: DoneDelivery;
}

/** 1 express, 2 same-city delivery, 3 virtual goods, 4 pick-up. */
export type LogisticsType = 1 | 2 | 3 | 4;
/** 1 unified (one parcel), 2 split. */
export type DeliveryMode = 1 | 2;
/** 1 to ship, 2 shipped, 3 receipt confirmed, 4 finished, 5 refunded, 6 awaiting settlement. */
export type OrderState = 1 | 2 | 3 | 4 | 5 | 6;

/** Masked telephone numbers. */
export interface Contact {
	consignor_contact?: string;
	receiver_contact?: string;
}

/** A parcel as it is uploaded; texts are empty where the type needs none. */
export interface Parcel {
	tracking_no: string;
	express_company: string;
	item_desc: string;
	contact?: Contact;
}

/** What one upload says about one payment. */
export interface ShippingUpload {
	logistics_type: LogisticsType;
	delivery_mode: DeliveryMode;
	is_all_delivered: boolean;
	shipping_list: Parcel[];
}

/** A parcel as an order shows it. Seconds. */
export interface ShippedParcel {
	tracking_no: string;
	express_company: string;
	goods_desc: string;
	upload_time: number;
	contact?: Contact;
}

/** `shipping` of an order. */
export interface Shipping {
	delivery_mode: DeliveryMode;
	logistics_type: LogisticsType;
	finish_shipping: boolean;
	/** Typed in the console. */
	goods_desc: string;
	/** 0 not done, 1 done, 2 done again. */
	finish_shipping_count: number;
	shipping_list: ShippedParcel[];
	/** 2: over the API. */
	upload_scene: 2;
}

/** An upload that WeChat accepted. */
export interface AcceptedUpload extends ShippingUpload {
	/** When it came in, ISO 8601. */
	at: string;
	transaction_id: string;
	out_trade_no: string;
	upload_time: string;
	/** It took the one chance to ship again. */
	reshipment: boolean;
	/** It came in a combined upload. */
	combined: boolean;
}

/** What WeChat keeps about a payment's shipping. */
export interface ShippingEntry {
	shipping?: Shipping;
	/** The last one that was accepted. */
	upload?: ShippingUpload;
	/** Of the last upload that was accepted, milliseconds. */
	uploadedMs: number;
	reshipped: boolean;
	reminded: boolean;
	inComplaint: boolean;
	/** Set where the buyer, or time, moved the order on. */
	state?: Extract<OrderState, 3 | 4 | 6>;
}

/** Shipping as WeChat remembers it. */
export class ShippingBook {
	/** Every upload that was accepted, the oldest first. */
	readonly uploads: AcceptedUpload[] = [];
	private readonly entries = new Map<string, ShippingEntry>();

	of(transactionId: string): ShippingEntry {
		const known = this.entries.get(transactionId);
		if (known) return known;
		const entry = { uploadedMs: 0, reshipped: false, reminded: false, inComplaint: false };
		this.entries.set(transactionId, entry);
		return entry;
	}
}

import type { PaymentKey } from './payment-key';

/** How the goods reach the buyer; WeChat's `logistics_type` by our name. */
export const LOGISTICS_TYPE = { express: 1, local: 2, virtual: 3, pickUp: 4 } as const;
export type Logistics = keyof typeof LOGISTICS_TYPE;

/** Most parcels of one payment (WeChat, upload_shipping_info). */
export const MOST_PARCELS = 15;

/** Phone numbers, masked. SF Express wants one of the two. */
export interface Contact {
	consignor_contact?: string;
	receiver_contact?: string;
}

/** An entry of `shipping_list`. Only parcels with a carrier have a number. */
export interface Parcel {
	tracking_no?: string;
	/** WeChat's code of the carrier, from its list for shipping. */
	express_company?: string;
	/** At most 120 characters. */
	item_desc: string;
	contact?: Contact;
}

/** What has left for the buyer of one payment, as WeChat is to know it. */
export interface Shipment {
	payment: PaymentKey;
	/** The buyer, as the mini program that took the payment knows them. */
	openid: string;
	logistics: Logistics;
	/** One or more with `express`, otherwise exactly one. */
	parcels: Parcel[];
	/** False while more is to follow. */
	allDelivered: boolean;
}

export type ShippingStatus =
	| 'uploaded'
	| 'unchanged'
	| 'would_upload'
	| 'waiting'
	| 'unknown_carrier'
	| 'needs_review';

/** How it went; becomes the item's `shipping`. */
export interface ShippingOutcome {
	status: ShippingStatus;
	/** Why nothing was uploaded, e.g. `payment_unseen`. */
	reason?: string;
	/** The same for a person. */
	message?: string;
	logistics_type?: number;
	/** 1 in one parcel, 2 in several. */
	delivery_mode?: number;
	is_all_delivered?: boolean;
	/** All parcels that WeChat has now. */
	shipping_list?: Parcel[];
	upload_time?: string;
	/** True where the one correction was used for it. */
	correction?: boolean;
}

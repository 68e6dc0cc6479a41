import { IntegrationError } from '../../core/errors';

/** Which payment is meant: by WeChat's number, or by the merchant's together with the merchant number. */
export type PaymentKey = { transaction_id: string } | { mchid: string; out_trade_no: string };

/** `order_key` of the upload calls: 2 is WeChat's number, 1 the merchant's. */
export function orderKey(payment: PaymentKey): Record<string, string | number> {
	return 'transaction_id' in payment
		? { order_number_type: 2, transaction_id: payment.transaction_id }
		: { order_number_type: 1, mchid: payment.mchid, out_trade_no: payment.out_trade_no };
}

/** The same payment as the other calls name it: `merchant_id` and `merchant_trade_no`. */
export function queryKey(payment: PaymentKey): Record<string, string> {
	return 'transaction_id' in payment
		? { transaction_id: payment.transaction_id }
		: { merchant_id: payment.mchid, merchant_trade_no: payment.out_trade_no };
}

/** Identifies a payment in one text. */
export const paymentText = (payment: PaymentKey): string =>
	'transaction_id' in payment ? payment.transaction_id : `${payment.mchid}/${payment.out_trade_no}`;

/**
 * Takes WeChat's number where there is one: the look-up by the merchant's fails for some merchants
 * (service providers, several AppIDs).
 *
 * @throws IntegrationError `PAYMENT_NUMBER_MISSING`
 */
export function readPaymentKey(given: {
	transaction_id?: string;
	mchid?: string;
	out_trade_no?: string;
}): PaymentKey {
	const { transaction_id, mchid, out_trade_no } = given;
	if (transaction_id) return { transaction_id };
	if (mchid && out_trade_no) return { mchid, out_trade_no };
	throw new IntegrationError({
		code: 'PAYMENT_NUMBER_MISSING',
		message: 'The item does not say which payment it belongs to.',
		likelyCause:
			'Neither transaction_id nor both of mchid and out_trade_no are there, or a step before dropped them.',
		nextStep:
			'Pass transaction_id on as text. With out_trade_no alone, fill in the merchant number that the order was paid to (of a service provider, the sub-merchant).',
	});
}

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

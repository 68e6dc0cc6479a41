/** The registration of the merchant at one customs office. */
export interface CustomsOffice {
	/** WeChat's code of the customs office, e.g. `GUANGZHOU_ZS`. */
	customs: string;
	/** The merchant's number there. */
	merchant_customs_no: string;
}

/** A part of an order that is shipped, and declared, by itself. Amounts in fen. */
export interface OrderPart {
	/** The merchant's number of the part, up to 32 characters; order and logistics records at customs use it, too. */
	sub_order_no: string;
	product_fee: number;
	transport_fee: number;
}

/** What customs is to have: a part of the order, or without `sub_order_no` the whole of it. Amounts in fen. */
export interface WantedDeclaration {
	sub_order_no?: string;
	/** `product_fee` and `transport_fee`. */
	order_fee: number;
	product_fee: number;
	transport_fee: number;
}

/**
 * `UNDECLARED`: taken, goes to customs within minutes. `SUBMITTED`: changed, waits to be sent. `PROCESSING`: sent.
 * `SUCCESS`: customs has it. `FAIL`: refused, see `explanation`. `EXCEPT`: customs was out of order.
 */
export type DeclarationState =
	| 'UNDECLARED'
	| 'SUBMITTED'
	| 'PROCESSING'
	| 'SUCCESS'
	| 'FAIL'
	| 'EXCEPT';

/** A declaration as WeChat Pay has it, in the names of APIv3 on either side of the border. Amounts in fen. */
export interface Declaration {
	sub_order_no?: string;
	/** WeChat's number of the part. */
	sub_order_id?: string;
	customs: string;
	merchant_customs_no?: string;
	/** Absent where WeChat Pay does not say it. */
	order_fee?: number;
	product_fee?: number;
	transport_fee?: number;
	state: string;
	/** The words of customs. */
	explanation?: string;
	/** ISO 8601. */
	modify_time?: string;
	/** Who checked the payment, e.g. `UNIONPAY`, and its number there: customs asks for both. */
	verify_department?: string;
	verify_department_trade_id?: string;
	/** Whether the buyer's identity is that of the payer, where it was given: `SAME`, `DIFFERENT` or `UNCHECKED`. */
	certificate_check_result?: string;
}

/** A buyer's identity. It is sent to WeChat Pay, and kept nowhere. */
export interface BuyerIdentity {
	/** Number of the mainland ID card. */
	certificate_id: string;
	certificate_name: string;
}

/** The identity in WeChat's form: the last letter of the number is upper case. */
export const normalIdentity = ({
	certificate_id,
	certificate_name,
}: BuyerIdentity): BuyerIdentity => ({
	certificate_id: certificate_id.trim().toUpperCase(),
	certificate_name: certificate_name.trim(),
});

import { type Domain, externalIdPart, toOdooTime } from '../../odoo/records';

/** The ids of a payment, the same in items of payments, refunds and deliveries. */
export interface PaymentName {
	mchid: string;
	/** Of a service provider's order: the merchant that it was made for. */
	sub_mchid?: string;
	/** Of a WeChat Shop order: the shop. Such a payment has no merchant ID. */
	shop_appid?: string;
	out_trade_no: string;
	transaction_id: string;
}

/** Anything that belongs to one payment, such as a paid order. */
export interface OfPayment {
	payment: PaymentName;
}

/** Part of an external id: the merchant, and with a service provider the merchant that it acts for. */
export const merchantKey = ({
	mchid,
	sub_mchid,
	shop_appid,
}: Pick<PaymentName, 'mchid' | 'sub_mchid' | 'shop_appid'>): string =>
	[mchid || shop_appid || '', ...(sub_mchid ? [sub_mchid] : [])].map(externalIdPart).join('_');

/** Identifies a payment. WeChat does not document that transaction ids are unique across merchants. */
export const paymentKey = ({ payment }: OfPayment): string =>
	`${merchantKey(payment)}_${externalIdPart(payment.transaction_id)}`;

/** External id of the payment's sale order. Odoo keeps it unique, even for concurrent writers. */
export const orderExternalId = (order: OfPayment): string => `wechat_pay.${paymentKey(order)}`;

/** Whether an external id of a sale order was given by this package. */
export const isOwnExternalId = (externalId: string): boolean =>
	externalId.startsWith('wechat_pay.');

/** Key of the activity on an order whose refund was started before it was recorded, by payment key. */
export const refundReviewKey = (key: string): string => `${key}_refund`;

/** External ids of notes in the chatter of an order, by payment key: each step is taken once. */
export const noteIds = (key: string) => ({
	/** The facts of the payment, and the address as received, with its phone number masked. */
	payment: `wechat_pay.${key}_payment`,
	address: `wechat_pay.${key}_address`,
	/** The buyer's remark. */
	remark: `wechat_pay.${key}_remark`,
	/** The reset to a quotation has started. */
	resetStarted: `wechat_pay.${key}_to_quotation`,
	/** What to do about a shortage was decided and carried out. */
	decided: `wechat_pay.${key}_decided`,
	/** The order was cancelled for good. */
	cancelled: `wechat_pay.${key}_cancelled`,
});

/** The payment key in the external id of the note that starts a reset; undefined for another external id. */
export const keyOfReset = (externalId: string): string | undefined =>
	/^wechat_pay\.(.+)_to_quotation$/.exec(externalId)?.[1];

/** Prefixes of the source documents of recorded orders: of payments of a merchant, and of a WeChat Shop. */
const PAY = 'WeChat Pay ';
const SHOP = 'WeChat Shop ';

const isOfShop = ({ mchid, shop_appid }: PaymentName): boolean => mchid === '' && !!shop_appid;

/** Source document of the order: for people, and a second way to find it. */
export const orderOrigin = ({ payment }: OfPayment): string =>
	`${isOfShop(payment) ? SHOP : PAY}${payment.out_trade_no}`;

/** Whether a source document is that of an order of a WeChat Shop. */
export const isShopOrigin = (origin: string): boolean => origin.startsWith(SHOP);

/** The shop's order number in the source document of a recorded order. */
export const numberInOrigin = (origin: string): string =>
	origin.replace(/^WeChat (?:Pay|Shop) /, '');

/** Domain of the sale orders that this package created, and of copies of them (`ownOrders` removes these). @param prefix path to them, e.g. `sale_id.` */
export const recordedOrders = (prefix = ''): Domain => [
	'|',
	...ordersOfPayments(prefix),
	...shopOrders(prefix),
];

/** Those of them that WeChat Pay, its bills and its refunds know. */
export const ordersOfPayments = (prefix = ''): Domain => [[`${prefix}origin`, '=like', `${PAY}%`]];

/** Those of them that were bought in a WeChat Shop. */
export const shopOrders = (prefix = ''): Domain => [[`${prefix}origin`, '=like', `${SHOP}%`]];

/** Fields that set-up adds to sale orders. */
export const WECHAT_ORDER_FIELDS = [
	'x_wechat_out_trade_no',
	'x_wechat_mchid',
	'x_wechat_invoice_title',
	'x_wechat_paid_on',
] as const;

export type WechatOrderField = (typeof WECHAT_ORDER_FIELDS)[number];

/** The value of each field for an order. A hold has no `success_time`: it is not paid. */
export const wechatValues = ({
	payment,
	invoiceTitle = '',
}: {
	payment: PaymentName & { success_time?: string };
	invoiceTitle?: string;
}): Record<WechatOrderField, string> => ({
	x_wechat_out_trade_no: payment.out_trade_no,
	x_wechat_mchid: payment.mchid,
	x_wechat_invoice_title: invoiceTitle,
	x_wechat_paid_on: timeInOdoo(Date.parse(payment.success_time ?? '')),
});

const timeInOdoo = (at: number): string => (Number.isNaN(at) ? '' : toOdooTime(at));

const HOLD = 'WeChat hold until ';

/** Pattern for `=like` that matches the customer reference of every unpaid hold. */
export const ANY_HOLD = `${HOLD}%`;

/**
 * The order under the name of its hold: there is no transaction id before the payment, so the shop's
 * order number is used. Characters that are not allowed in an external id are encoded, because two
 * numbers must not share one.
 *
 * @param attempt 2 and more for holds that follow released ones of the same number
 */
export function asHold<Order extends OfPayment>(order: Order, attempt = 1): Order {
	const encoded = order.payment.out_trade_no.replace(
		/[^A-Za-z0-9-]/g,
		(character) => `_${character.charCodeAt(0).toString(16)}_`,
	);
	// An encoded character has an underscore on both sides, so no order number ends like this.
	const suffix = attempt > 1 ? `_${attempt}` : '';
	return { ...order, payment: { ...order.payment, transaction_id: `hold-${encoded}${suffix}` } };
}

/** Customer reference of a hold, e.g. `WeChat hold until 2026-11-22 15:30:00 UTC`. `expires`: milliseconds since 1970 */
export const holdReference = (expires: number): string => `${HOLD}${toOdooTime(expires)} UTC`;

/** When the hold with this reference expires, in milliseconds since 1970; undefined if it is none. */
export function holdExpiry(reference: string): number | undefined {
	const time = /^WeChat hold until (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/.exec(reference);
	const expires = time ? Date.parse(`${time[1]}T${time[2]}Z`) : NaN;
	return Number.isNaN(expires) ? undefined : expires;
}

/** Tag of sale orders by which a person asks for a refund; Set Up creates it. */
export const REFUND_TAG = 'Refund in WeChat';

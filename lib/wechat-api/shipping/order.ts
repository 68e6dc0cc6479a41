import type { HttpCallContext } from '../../core/http';
import { callWechatApi, askWechatApi, type OpenApiAccount } from '../call';
import { apiRefusal } from '../answer';
import { queryKey, type Contact, type PaymentKey } from './shipment';

/** 1 to ship, 2 shipped, 3 receipt confirmed, 4 finished, 5 refunded, 6 money about to be settled. */
export type OrderState = 1 | 2 | 3 | 4 | 5 | 6;

/** A parcel as WeChat has it. */
export interface UploadedParcel {
	tracking_no?: string;
	express_company?: string;
	goods_desc?: string;
	/** Unix seconds. */
	upload_time?: number;
	contact?: Contact;
}

/** One payment in WeChat's Order and Shipping Management, in WeChat's own fields. */
export interface ShippingOrder {
	transaction_id: string;
	merchant_id: string;
	sub_merchant_id?: string;
	merchant_trade_no: string;
	description?: string;
	/** Fen. */
	paid_amount?: number;
	openid?: string;
	/** Unix seconds. */
	pay_time?: number;
	order_state: OrderState;
	in_complaint?: boolean;
	/** Empty before the first upload. */
	shipping: {
		delivery_mode?: number;
		logistics_type?: number;
		finish_shipping?: boolean;
		/** 0 not complete, 1 complete, 2 completed again: the one correction is used up. */
		finish_shipping_count?: number;
		goods_desc?: string;
		shipping_list?: UploadedParcel[];
	};
}

const PAYMENT_UNSEEN = 10060001;

/**
 * How WeChat has one payment (get_order).
 *
 * @returns undefined while WeChat does not see the payment: for about a minute after it was paid, or
 * for ever (made elsewhere, or before the merchant number was bound)
 * @throws IntegrationError as `askWechatApi`
 */
export async function getOrder(
	account: OpenApiAccount,
	payment: PaymentKey,
	context: HttpCallContext,
): Promise<ShippingOrder | undefined> {
	const call = { path: '/wxa/sec/order/get_order', body: queryKey(payment), repeatable: true };
	const answer = await askWechatApi(account, call, context);
	if (answer.errcode === PAYMENT_UNSEEN) return undefined;
	if (answer.errcode !== 0) throw apiRefusal(answer);
	return readOrder(answer.body.order);
}

export interface OrderFilter {
	/** Unix seconds; the end is included. */
	paidFrom?: number;
	paidUntil?: number;
	orderState?: OrderState;
	openid?: string;
}

const PAGE = 100;

/**
 * Payments that WeChat has (get_order_list), page by page until there are no more.
 *
 * @param most how many to give
 */
export async function listOrders(
	account: OpenApiAccount,
	filter: OrderFilter,
	most: number,
	context: HttpCallContext,
): Promise<ShippingOrder[]> {
	const { paidFrom, paidUntil, orderState, openid } = filter;
	const range = {
		...(paidFrom === undefined ? {} : { begin_time: paidFrom }),
		...(paidUntil === undefined ? {} : { end_time: paidUntil }),
	};
	const found: ShippingOrder[] = [];
	for (let lastIndex = ''; ; ) {
		const body = {
			...(Object.keys(range).length > 0 ? { pay_time_range: range } : {}),
			...(orderState === undefined ? {} : { order_state: orderState }),
			...(openid ? { openid } : {}),
			...(lastIndex ? { last_index: lastIndex } : {}),
			page_size: Math.min(PAGE, most - found.length),
		};
		const call = { path: '/wxa/sec/order/get_order_list', body, repeatable: true };
		const page = await callWechatApi(account, call, context);
		found.push(...listOf(page.order_list).map(readOrder));
		const next = typeof page.last_index === 'string' ? page.last_index : '';
		const ended = page.has_more !== true || next === '' || next === lastIndex;
		if (ended || found.length >= most) return found.slice(0, most);
		lastIndex = next;
	}
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Fills in what an answer may leave out, and keeps the rest as it is. */
function readOrder(value: unknown): ShippingOrder {
	const order = (value ?? {}) as ShippingOrder;
	const text = (id: unknown) => (id === undefined || id === null ? '' : String(id));
	return {
		...order,
		transaction_id: text(order.transaction_id),
		merchant_id: text(order.merchant_id),
		merchant_trade_no: text(order.merchant_trade_no),
		order_state: Number(order.order_state) as OrderState,
		shipping: order.shipping ?? {},
	};
}

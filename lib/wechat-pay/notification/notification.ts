import type { KeyObject } from 'node:crypto';

import type { IntegrationError } from '../../core/errors';
import type { V2SignType, VerificationKeys } from '../keys/account';
import type { Complaint, LinesFrom, NotificationReceipt, Payment, Refund } from './items';
import type { Expected } from './resource';
import { asObject, type JsonObject } from '../../core/json';

/** The receipt of a notification before it joins a batch. */
export type Receipt = Pick<NotificationReceipt, 'id' | 'event_type' | 'create_time' | 'api'>;

export type ReceivedPayment = Payment & { notification: Receipt };
export type ReceivedRefund = Refund & { notification: Receipt };
export type ReceivedComplaint = Complaint & { notification: Receipt };
export type ReceivedItem = ReceivedPayment | ReceivedRefund | ReceivedComplaint;

export type Received =
	/** A combined order has one payment for each sub-order. */
	| {
			kind: 'payment';
			items: ReceivedPayment[];
			api: NotificationReceipt['api'];
			/** Sub-orders that could not be read; the others are in `items`. */
			problems: IntegrationError[];
	  }
	| { kind: 'refund'; items: ReceivedRefund[]; api: NotificationReceipt['api'] }
	| { kind: 'complaint'; items: ReceivedComplaint[]; api: NotificationReceipt['api'] }
	/** Genuine, but not for this trigger: acknowledge it, or WeChat resends it all day. */
	| { kind: 'ignored'; event_type: string; api: NotificationReceipt['api'] }
	/** `status` is the HTTP answer: 4xx blames the sender, 500 our own configuration, so that WeChat tries again. */
	| {
			kind: 'refused';
			status: number;
			error: IntegrationError;
			api: NotificationReceipt['api'];
	  };

/** A verified notification that starts a workflow. Its items stay together. */
export type AcceptedNotification = Extract<Received, { items: unknown }>;

/** The events that can start a workflow, as WeChat calls them. */
export const EVENTS = [
	'TRANSACTION.SUCCESS',
	'REFUND.SUCCESS',
	'REFUND.ABNORMAL',
	'REFUND.CLOSED',
	'COMPLAINT.CREATE',
	'COMPLAINT.STATE_CHANGE',
] as const;
export type EventName = (typeof EVENTS)[number];

export interface Recipient extends Expected {
	apiV3Key: KeyObject;
	verificationKeys: VerificationKeys;
	/** Without it XML is refused. */
	apiV2Key?: string | undefined;
	/** Default: MD5. */
	apiV2SignType?: V2SignType | undefined;
	linesFrom: LinesFrom;
	/** Default: only payments. */
	events?: readonly string[];
}

export const isSelected = (event: string, { events = ['TRANSACTION.SUCCESS'] }: Recipient) =>
	events.includes(event);

export const ignored = (event_type: string, api: NotificationReceipt['api']): Received => ({
	kind: 'ignored',
	event_type,
	api,
});

export const paid = (
	payments: Payment[],
	notification: Receipt,
	problems: IntegrationError[] = [],
): Received => ({
	kind: 'payment',
	items: payments.map((payment) => ({ ...payment, notification })),
	api: notification.api,
	problems,
});

export const refunded = (refund: Refund, notification: Receipt): Received => ({
	kind: 'refund',
	items: [{ ...refund, notification }],
	api: notification.api,
});

export const complained = (complaint: Complaint, notification: Receipt): Received => ({
	kind: 'complaint',
	items: [{ ...complaint, notification }],
	api: notification.api,
});

/** Names of the item, and what APIv2 and cross-border accounts call the same. */
const NAMES: Record<string, string[]> = {
	coupon_id: ['promotion_id'],
	stock_id: ['activity_id'],
	merchant_contribute: ['merchant_contribute_amount'],
	wechatpay_contribute: [
		...['wechatpay_contribute_amount', 'wxpay_contribute_amount', 'wxpay_contribute'],
	],
	other_contribute: ['other_contribute_amount'],
};

/** The coupons of a payment under the names of a mainland merchant's APIv3; undefined when there is no list. */
export function promotionsOf(value: unknown): JsonObject[] | undefined {
	return Array.isArray(value) ? value.map((one) => promotion(asObject(one) ?? {})) : undefined;
}

function promotion(given: JsonObject): JsonObject {
	const named = { ...given };
	for (const [name, others] of Object.entries(NAMES)) {
		for (const other of others) {
			if (!(other in named)) continue;
			named[name] ??= named[other];
			delete named[other];
		}
	}
	const goods = named['goods_detail'];
	return Array.isArray(goods) ? { ...named, goods_detail: goods.map(good) } : named;
}

function good(value: unknown): unknown {
	const { price, ...given } = asObject(value) ?? {};
	return price === undefined ? value : { unit_price: price, ...given };
}

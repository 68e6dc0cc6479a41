import type { KeyObject } from 'node:crypto';

import type { IntegrationError } from '../../core/errors';
import type { NotificationReceipt } from './payment';
import type { Expected } from './owner';
import type { Refund } from './refund-notice';
import type { LinesFrom, Payment } from './transaction';
import type { V2SignType } from '../keys/account';
import type { VerificationKeys } from '../keys/verification-keys';

/** What a notification says of itself, before it joins a batch. */
export type Receipt = Pick<NotificationReceipt, 'id' | 'event_type' | 'create_time' | 'api'>;

export type ReceivedPayment = Payment & { notification: Receipt };
export type ReceivedRefund = Refund & { notification: Receipt };
export type ReceivedItem = ReceivedPayment | ReceivedRefund;

export type Received =
	/** A combined order is one payment a sub-order. */
	| { kind: 'payment'; items: ReceivedPayment[]; api: NotificationReceipt['api'] }
	| { kind: 'refund'; items: ReceivedRefund[]; api: NotificationReceipt['api'] }
	/** Genuine, but nothing for this trigger: acknowledge, or WeChat sends it all day. */
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
] as const;
export type EventName = (typeof EVENTS)[number];

export interface Recipient extends Expected {
	apiV3Key: KeyObject;
	verificationKeys: VerificationKeys;
	/** Without it XML is refused. */
	apiV2Key?: string | undefined;
	/** MD5 unless told otherwise. */
	apiV2SignType?: V2SignType | undefined;
	linesFrom: LinesFrom;
	/** Payments alone unless told otherwise. */
	events?: readonly string[];
}

export const isSelected = (event: string, { events = ['TRANSACTION.SUCCESS'] }: Recipient) =>
	events.includes(event);

export const ignored = (event_type: string, api: NotificationReceipt['api']): Received => ({
	kind: 'ignored',
	event_type,
	api,
});

export const paid = (payments: Payment[], notification: Receipt): Received => ({
	kind: 'payment',
	items: payments.map((payment) => ({ ...payment, notification })),
	api: notification.api,
});

export const refunded = (refund: Refund, notification: Receipt): Received => ({
	kind: 'refund',
	items: [{ ...refund, notification }],
	api: notification.api,
});

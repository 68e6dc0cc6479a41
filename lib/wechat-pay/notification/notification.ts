import type { KeyObject } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { asObject, parseObject, type JsonObject } from '../../core/json';
import type { V2SignType, VerificationKeys } from '../keys/account';
import { decryptResource, readEncrypted, type EncryptedResource } from '../keys/cipher';
import { ORDERS } from '../merchant-platform';
import type { LinesFrom, NotificationReceipt, Payment, Refund } from './items';
import type { Expected } from './resource';

/** The receipt of a notification before it joins a batch. */
export type Receipt = Pick<NotificationReceipt, 'id' | 'event_type' | 'create_time' | 'api'>;

export type ReceivedPayment = Payment & { notification: Receipt };
export type ReceivedRefund = Refund & { notification: Receipt };
export type ReceivedItem = ReceivedPayment | ReceivedRefund;

export type Received =
	/** A combined order has one payment for each sub-order. */
	| { kind: 'payment'; items: ReceivedPayment[]; api: NotificationReceipt['api'] }
	| { kind: 'refund'; items: ReceivedRefund[]; api: NotificationReceipt['api'] }
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

/** The body of an APIv3 notification. */
export interface Notification {
	id: string;
	/** ISO 8601 with offset. */
	create_time: string;
	event_type: string;
	resource: EncryptedResource & { original_type: string };
}

/**
 * Reads the body of a notification. Only for bytes whose signature has been checked.
 *
 * @throws IntegrationError `WECHAT_NOTIFICATION_UNREADABLE`
 */
export function readNotification(body: Buffer): Notification {
	const envelope = asObject(parseEnvelope(body));
	const resource = asObject(envelope?.['resource']);
	if (!envelope || !resource || !areTexts(envelope, ENVELOPE) || !areTexts(resource, RESOURCE)) {
		throw new IntegrationError({
			code: 'WECHAT_NOTIFICATION_UNREADABLE',
			message: 'The body is not a payment notification of APIv3.',
			likelyCause: 'Another kind of WeChat message, or one of APIv2, is sent to this address.',
			nextStep: 'Use this address only as notify_url of APIv3 payments.',
		});
	}
	return {
		id: String(envelope['id']),
		create_time: text(envelope['create_time']),
		event_type: String(envelope['event_type']),
		resource: { original_type: text(resource['original_type']), ...readEncrypted(resource) },
	};
}

/**
 * The decrypted resource of a notification. Long ids are strings.
 *
 * @throws IntegrationError `WECHAT_DECRYPTION_FAILED`, `WECHAT_CIPHER_UNKNOWN` or `WECHAT_RESOURCE_UNREADABLE`
 */
export function openNotification({ resource }: Notification, apiV3Key: KeyObject): JsonObject {
	const opened = parseObject(decryptResource(resource, apiV3Key));
	if (opened) return opened;
	throw new IntegrationError({
		code: 'WECHAT_RESOURCE_UNREADABLE',
		message: 'The decrypted content of the notification is not a JSON object.',
		likelyCause: 'WeChat Pay has changed the form of its notifications.',
		nextStep: `Report it with the event type. Payments are at ${ORDERS}.`,
	});
}

/** Only texts are read from it, so long numbers do not matter. */
function parseEnvelope(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
}

const ENVELOPE = ['id', 'event_type'];
const RESOURCE = ['algorithm', 'ciphertext', 'nonce'];
const areTexts = (object: JsonObject, names: string[]) =>
	names.every((name) => typeof object[name] === 'string');

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

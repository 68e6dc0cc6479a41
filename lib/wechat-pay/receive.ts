import type { KeyObject } from 'node:crypto';

import { IntegrationError } from '../errors';
import { openNotification, readNotification, type Notification } from './notification';
import type { NotificationReceipt, PaymentItem } from './payment';
import { verifySignature, type Headers } from './signature';
import { readTransaction, type Expected, type LinesFrom } from './transaction';
import type { VerificationKeys } from './verification-keys';

/** Real envelopes stay below: 1 MiB of ciphertext and its surroundings. */
export const MAX_BODY_BYTES = 1024 * 1024 + 64 * 1024;

/** What a payment's notification says of itself, before it joins a batch. */
export type ReceivedPayment = Omit<PaymentItem, 'notification'> & {
	notification: Pick<NotificationReceipt, 'id' | 'event_type' | 'create_time'>;
};

export type Received =
	| { kind: 'payment'; item: ReceivedPayment }
	/** Genuine, but nothing for this trigger: acknowledge, or WeChat sends it all day. */
	| { kind: 'ignored'; event_type: string }
	/** `status` is the HTTP answer: 4xx blames the sender, 500 our own configuration, so that WeChat tries again. */
	| { kind: 'refused'; status: number; error: IntegrationError };

export interface Recipient extends Expected {
	apiV3Key: KeyObject;
	verificationKeys: VerificationKeys;
	linesFrom: LinesFrom;
}

/**
 * Everything between the bytes of a callback and a payment, in the only safe order: size, signature,
 * and only then parsing and decryption. Nothing that a caller can send makes it throw.
 *
 * @param now Unix seconds
 */
export function receiveNotification(
	body: Buffer,
	headers: Headers,
	recipient: Recipient,
	now: number,
): Received {
	let status = 413;
	try {
		checkSize(body);
		status = 401;
		verifySignature(headers, body, recipient.verificationKeys, now);
		status = 400;
		const notification = readNotification(body);
		status = 500;
		return readPayment(notification, recipient);
	} catch (error) {
		if (error instanceof IntegrationError) return { kind: 'refused', status, error };
		throw error;
	}
}

function readPayment(notification: Notification, recipient: Recipient): Received {
	const { id, create_time, event_type, resource } = notification;
	const ignored: Received = { kind: 'ignored', event_type };
	// Profit sharing and other products use the same event type.
	if (event_type !== 'TRANSACTION.SUCCESS' || resource.original_type !== 'transaction')
		return ignored;
	const transaction = openNotification(notification, recipient.apiV3Key);
	const payment = readTransaction(transaction, recipient, recipient.linesFrom);
	if (payment.trade_state !== 'SUCCESS') return ignored;
	return { kind: 'payment', item: { ...payment, notification: { id, event_type, create_time } } };
}

function checkSize(body: Buffer): void {
	if (body.length <= MAX_BODY_BYTES) return;
	throw new IntegrationError({
		code: 'WECHAT_BODY_TOO_LARGE',
		message: `The body has ${body.length} bytes; notifications are smaller than ${MAX_BODY_BYTES}.`,
		likelyCause: 'Somebody else called the address.',
		nextStep: 'Nothing, unless payments are missing.',
	});
}

import { IntegrationError } from '../core/errors';
import type { JsonObject } from '../core/json';
import { verifySignature, type Headers } from './keys/signature';
import {
	ignored,
	isSelected,
	openNotification,
	paid,
	readNotification,
	refunded,
	type Notification,
	type Received,
	type Recipient,
} from './notification/notification';
import { paidSubOrders, readCombined, readTransaction } from './notification/payment';
import { readRefund, refundStatus } from './notification/refund';
import { isV2, receiveV2 } from './v2/receive';

export type { Received, ReceivedItem, Recipient } from './notification/notification';

/** Real envelopes stay below: 1 MiB of ciphertext and its envelope. */
export const MAX_BODY_BYTES = 1024 * 1024 + 64 * 1024;

/**
 * Reads a notification, from its bytes to items, in the only safe order: size, signature, and only then
 * parsing and decryption. Nothing that a caller can send makes it throw.
 *
 * @param now Unix seconds
 */
export function receiveNotification(
	body: Buffer,
	headers: Headers,
	recipient: Recipient,
	now: number,
): Received {
	const xml = isV2(body);
	let status = 413;
	try {
		checkSize(body);
		if (xml) return receiveV2(body, recipient, now, (stage) => (status = stage));
		status = 401;
		verifySignature(headers, body, recipient.verificationKeys, now);
		status = 400;
		const notification = readNotification(body);
		status = 500;
		return readV3(notification, recipient);
	} catch (error) {
		if (!(error instanceof IntegrationError)) throw error;
		return { kind: 'refused', status, error, api: xml ? 'v2' : 'v3' };
	}
}

function readV3(notification: Notification, recipient: Recipient): Received {
	const { event_type, resource } = notification;
	if (!isSelected(event_type, recipient)) return ignored(event_type, 'v3');
	// Other products use the same event types, profit sharing for one.
	const read = READERS.get(resource.original_type);
	const received = read?.(
		openNotification(notification, recipient.apiV3Key),
		notification,
		recipient,
	);
	return received ?? ignored(event_type, 'v3');
}

type Reader = (
	resource: JsonObject,
	notification: Notification,
	recipient: Recipient,
) => Received | undefined;

const readPaid: Reader = (resource, { id, event_type, create_time }, recipient) => {
	if (event_type !== 'TRANSACTION.SUCCESS') return undefined;
	const receipt = { id, event_type, create_time, api: 'v3' as const };
	if ('sub_orders' in resource) {
		if (paidSubOrders(resource).length === 0) return undefined;
		return paid(readCombined(resource, recipient, recipient.linesFrom), receipt);
	}
	// Debits of other products are no orders: they have no such state.
	if (resource['trade_state'] !== 'SUCCESS') return undefined;
	return paid([readTransaction(resource, recipient, recipient.linesFrom)], receipt);
};

const readRefunded: Reader = (resource, { id, event_type, create_time }, recipient) => {
	const status = refundStatus(resource);
	if (!status || event_type !== `REFUND.${status}`) return undefined;
	const receipt = { id, event_type, create_time, api: 'v3' as const };
	return refunded(readRefund(resource, status, recipient), receipt);
};

/** By `original_type`. */
const READERS = new Map([
	['transaction', readPaid],
	['refund', readRefunded],
]);

function checkSize(body: Buffer): void {
	if (body.length <= MAX_BODY_BYTES) return;
	throw new IntegrationError({
		code: 'WECHAT_BODY_TOO_LARGE',
		message: `The body has ${body.length} bytes; notifications are smaller than ${MAX_BODY_BYTES}.`,
		likelyCause: 'Somebody else called the address.',
		nextStep: 'Nothing, unless payments are missing.',
	});
}

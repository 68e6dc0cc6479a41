import { IntegrationError } from '../core/errors';
import type { JsonObject } from '../core/json';
import { verifySignature, type Headers } from './keys/signature';
import { ORDERS } from './merchant-platform';
import { readCombined, classify, isOtherProduct } from './notification/combined';
import { openNotification, readNotification, type Notification } from './notification/envelope';
import {
	complained,
	EVENTS,
	ignored,
	isSelected,
	paid,
	refunded,
	type Received,
	type Recipient,
} from './notification/notification';
import { readTransaction } from './notification/payment';
import { readRefund, refundStatus } from './notification/refund';
import { text, texts } from './notification/resource';
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
	const { id, event_type: label, create_time } = notification;
	const known = (EVENTS as readonly string[]).includes(label);
	if (isOtherProduct(label) || (known && !isSelected(label, recipient))) {
		return ignored(label, 'v3');
	}
	const resource = openNotification(notification, recipient.apiV3Key);
	const kind = classify(resource, label);
	if (kind === 'other') return ignored(label, 'v3');
	if (kind === 'unclear') throw notUnderstood(label);
	if (kind === 'complaint') return readComplaint(resource, notification, recipient);
	const status = kind === 'refund' ? refundStatus(resource) : undefined;
	const event_type = status ? `REFUND.${status}` : 'TRANSACTION.SUCCESS';
	if (!isSelected(event_type, recipient)) return ignored(event_type, 'v3');
	const receipt = { id, event_type, create_time, api: 'v3' as const };
	if (status) return refunded(readRefund(resource, status, recipient), receipt);
	if (kind === 'payment') {
		return paid([readTransaction(resource, recipient, recipient.linesFrom)], receipt);
	}
	const { payments, problems } = readCombined(resource, recipient, recipient.linesFrom);
	return payments.length > 0 ? paid(payments, receipt, problems) : ignored(event_type, 'v3');
}

/** What happened is in `action_type`: a label that is missing or new makes no difference. */
function readComplaint(
	resource: JsonObject,
	{ id, event_type: label, create_time }: Notification,
	recipient: Recipient,
): Received {
	const created = resource['action_type'] === 'CREATE_COMPLAINT';
	const byContent = created ? 'COMPLAINT.CREATE' : 'COMPLAINT.STATE_CHANGE';
	const event_type = label.startsWith('COMPLAINT.') ? label : byContent;
	if (!isSelected(event_type, recipient)) return ignored(event_type, 'v3');
	const complaint_id = text(resource['complaint_id'], 'complaint_id');
	const complaint = { mchid: recipient.mchid, complaint_id, ...texts(resource, 'action_type') };
	return complained(complaint, { id, event_type, create_time, api: 'v3' });
}

function notUnderstood(event_type: string): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_NOTIFICATION_NOT_UNDERSTOOD',
		message: `A genuine notification "${event_type}" is neither a payment nor a refund, nor anything else that is known.`,
		likelyCause: 'WeChat Pay has a new form of payments, or another product uses this address.',
		nextStep: `Look for the payment at ${ORDERS}, and report the event type. WeChat Pay sends it again for a day.`,
	});
}

function checkSize(body: Buffer): void {
	if (body.length <= MAX_BODY_BYTES) return;
	throw new IntegrationError({
		code: 'WECHAT_BODY_TOO_LARGE',
		message: `The body has ${body.length} bytes; notifications are smaller than ${MAX_BODY_BYTES}.`,
		likelyCause: 'Another sender called the address.',
		nextStep: 'Nothing, unless payments are missing.',
	});
}

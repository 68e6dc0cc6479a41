import { signatureHeaders } from '../keys/platform-signature';
import type { WeChat } from '../platform/wechat';
import { envelope, notificationId } from './envelope';
import type { NotificationContent, Notified } from './notification';
import type { PreparedRequest, PrepareOptions, SignOptions, NotificationForm } from './options';
import {
	combinedTransaction,
	globalTransaction,
	institutionTransaction,
	partnerTransaction,
	transactionSuccess,
} from './paid';
import { globalRefund, institutionRefund, partnerRefund, refundNotice } from './refunded';
import { type NotificationSubject, isCombined, isEvent, isRefund } from './subject';
import { unrelatedNotice } from './unrelated-event';
import { writeV2 } from './v2';

/** Merchant of a partner by default. */
const SUB_MCHID = '1900000109';

/** A notification before it is sent: what it says stays the same over all resends. */
export interface WrittenNotification {
	/** The envelope's id, of an XML notification its nonce. */
	id: string;
	/** Null for XML. */
	eventType: string | null;
	/** The POST of one attempt, signed at this moment. */
	prepare(): PreparedRequest;
}

export function writeNotification(
	wechat: WeChat,
	subject: NotificationSubject,
	options: PrepareOptions = {},
): WrittenNotification {
	const sub = 'sub_mchid' in subject ? subject.sub_mchid : undefined;
	const { as: form = sub ? 'partner' : 'direct', subMchid = sub ?? SUB_MCHID } = options;
	if (form === 'v2') {
		const { nonce, request } = writeV2(wechat, subject, options);
		return { id: nonce, eventType: null, prepare: () => request };
	}
	const id = notificationId(wechat.random);
	const { mchid, appid } = wechat;
	const content = contentOf(subject, form, { mchid, appid, subMchid }, wechat);
	const eventType = options.eventType ?? content.eventType;
	const body = envelope({
		id,
		atMs: options.atMs ?? wechat.now(),
		eventType,
		originalType: options.originalType ?? content.originalType,
		summary: content.summary,
		resource: options.resource ?? content.resource,
		apiV3Key: options.apiV3Key ?? wechat.apiV3Key,
		random: wechat.random,
	});
	return { id, eventType, prepare: () => signNotification(wechat, body, options) };
}

/** The POST that WeChat makes for a body, signed at this moment. */
export function signNotification(
	wechat: WeChat,
	body: string,
	options: SignOptions = {},
): PreparedRequest {
	return {
		headers: {
			'Content-Type': 'application/json',
			Accept: '*/*',
			'User-Agent': 'Mozilla/4.0',
			Pragma: 'no-cache',
			...signatureHeaders(wechat, body, options),
		},
		body,
	};
}

/** What the v3 notification about a subject says. @throws Error for a form that the subject does not have */
export function contentOf(
	subject: NotificationSubject,
	form: Exclude<NotificationForm, 'v2'>,
	notified: Notified,
	{ payments }: Pick<WeChat, 'payments'>,
): NotificationContent {
	if (isCombined(subject) || isEvent(subject)) {
		if (form !== 'direct') throw new Error(`Only payments and refunds are sent as ${form}`);
		return isEvent(subject) ? unrelatedNotice(subject) : combinedTransaction(subject, notified);
	}
	if (isRefund(subject)) {
		if (form === 'direct') return refundNotice(subject, notified);
		if (form === 'partner') return partnerRefund(subject, notified);
		const payment = payments.withTransactionId(subject.transaction_id);
		const write = form === 'global' ? globalRefund : institutionRefund;
		return write(subject, notified, payment);
	}
	if (form === 'direct') return transactionSuccess(subject);
	if (form === 'partner') return partnerTransaction(subject, notified);
	return form === 'global' ? globalTransaction(subject) : institutionTransaction(subject, notified);
}

import { ALPHANUMERIC, randomText } from '../core/random';
import { writeXml } from '../core/xml';
import { encryptReqInfo, signFields } from '../keys/v2';
import type { WeChat } from '../platform/wechat';
import type { PreparedRequest, PrepareOptions } from './options';
import { isCombined, isEvent, isRefund, type NotificationSubject } from './subject';
import type { UnrelatedEvent } from './unrelated-event';
import { v2CombinedFields, v2PaymentFields, v2RefundFields } from './v2-fields';

/** An XML notification; it carries its own signature, so every resend is the same. */
export interface V2Notification {
	nonce: string;
	request: PreparedRequest;
}

/** @throws Error for an event: APIv2 has none */
export function writeV2(
	wechat: WeChat,
	subject: NotificationSubject,
	options: PrepareOptions,
): V2Notification {
	if (isEvent(subject)) throw new Error('Only payments and refunds are sent as v2');
	const nonce = randomText(wechat.random, 32, ALPHANUMERIC);
	const apiV2Key = options.apiV2Key ?? wechat.apiV2Key;
	const replaced = options.resource as Record<string, string> | undefined;
	const body = bodyOf(wechat, subject, replaced, nonce, { ...options, apiV2Key });
	const headers = {
		'Content-Type': 'text/xml',
		Accept: '*/*',
		'User-Agent': 'Mozilla/4.0',
		Pragma: 'no-cache',
	};
	return { nonce, request: { headers, body } };
}

function bodyOf(
	wechat: WeChat,
	subject: Exclude<NotificationSubject, UnrelatedEvent>,
	replaced: Record<string, string> | undefined,
	nonce: string,
	options: PrepareOptions & { apiV2Key: string },
): string {
	if (isRefund(subject)) {
		return refundBody(wechat, replaced ?? v2RefundFields(subject), nonce, options.apiV2Key);
	}
	if (!isCombined(subject)) {
		return paymentBody(replaced ?? v2PaymentFields(subject), nonce, options.apiV2Key, options);
	}
	const fields = replaced ?? v2CombinedFields(wechat, subject);
	// Combined orders know only this type.
	return paymentBody(fields, nonce, options.apiV2Key, { ...options, signType: 'HMAC-SHA256' });
}

function paymentBody(
	order: Record<string, string>,
	nonce_str: string,
	apiV2Key: string,
	{ signType = 'MD5' }: PrepareOptions,
): string {
	const fields = {
		...order,
		nonce_str,
		...(signType === 'MD5' ? {} : { sign_type: signType }),
	};
	return writeXml('xml', { ...fields, sign: signFields(fields, apiV2Key, signType) }, BARE_FIELDS);
}

/** Only what is inside is secret; nothing of it is signed. */
function refundBody(
	{ appid, mchid }: WeChat,
	refund: Record<string, string>,
	nonce_str: string,
	apiV2Key: string,
): string {
	const req_info = encryptReqInfo(writeXml('root', refund), apiV2Key);
	return writeXml('xml', { return_code: 'SUCCESS', appid, mch_id: mchid, nonce_str, req_info });
}

/** Fields that WeChat writes without CDATA. */
export const BARE_FIELDS = ['total_fee', 'cash_fee', 'settlement_total_fee'];

import type { PreparedRequest, PrepareOptions } from './options';
import { ALPHANUMERIC, randomText } from '../core/random';
import { encryptReqInfo } from '../keys/req-info';
import { signFields } from '../keys/v2-signature';
import { writeXml } from '../core/xml';
import type { WeChat } from '../platform/wechat';
import { isCombined, isEvent, isRefund, type NotificationSubject } from './subject';
import { BARE_FIELDS, v2PaymentFields } from './v2-payment';
import { v2RefundFields } from './v2-refund';

/** An XML notification; it carries its own signature, so every resend is the same. */
export interface V2Notification {
	nonce: string;
	request: PreparedRequest;
}

/** @throws Error for a combined order or an event: APIv2 has none */
export function writeV2(
	wechat: WeChat,
	subject: NotificationSubject,
	options: PrepareOptions,
): V2Notification {
	if (isCombined(subject) || isEvent(subject)) {
		throw new Error('Only payments and refunds are sent as v2');
	}
	const nonce = randomText(wechat.random, 32, ALPHANUMERIC);
	const apiV2Key = options.apiV2Key ?? wechat.apiV2Key;
	const replaced = options.resource as Record<string, string> | undefined;
	const body = isRefund(subject)
		? refundBody(wechat, replaced ?? v2RefundFields(subject), nonce, apiV2Key)
		: paymentBody(replaced ?? v2PaymentFields(subject), nonce, apiV2Key, options);
	const headers = {
		'Content-Type': 'text/xml',
		Accept: '*/*',
		'User-Agent': 'Mozilla/4.0',
		Pragma: 'no-cache',
	};
	return { nonce, request: { headers, body } };
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

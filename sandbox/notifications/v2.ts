import { ALPHANUMERIC, randomText } from '../core/random';
import { writeXml } from '../core/xml';
import { encryptReqInfo, signFields } from '../keys/v2';
import type { Payment } from '../payments/payment';
import type { WeChat } from '../platform/wechat';
import type { Refund } from '../refunds/refund';
import type { PreparedRequest, PrepareOptions } from './options';
import { isCombined, isEvent, isRefund, type NotificationSubject } from './subject';

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

/** Fields that WeChat writes without CDATA. */
export const BARE_FIELDS = ['total_fee', 'cash_fee', 'settlement_total_fee'];

/** What APIv2 says of a paid order, without nonce and signature. */
export function v2PaymentFields(payment: Payment): Record<string, string> {
	const { amount, attach, success_time, promotion_detail: coupons } = payment;
	const discount = amount.total - amount.payer_total;
	return {
		appid: payment.appid,
		...(attach === undefined ? {} : { attach }),
		bank_type: payment.bank_type,
		cash_fee: String(amount.payer_total),
		...(amount.payer_currency === 'CNY' ? {} : { cash_fee_type: amount.payer_currency }),
		...(coupons?.length ? { coupon_count: String(coupons.length) } : {}),
		...(coupons?.length ? { coupon_fee: String(discount) } : {}),
		...Object.fromEntries(
			(coupons ?? []).flatMap((coupon, index) => [
				[`coupon_fee_${index}`, String(coupon.amount)],
				[`coupon_id_${index}`, coupon.coupon_id],
				[`coupon_type_${index}`, coupon.type === 'CASH' ? 'CASH' : 'NO_CASH'],
			]),
		),
		fee_type: amount.currency,
		is_subscribe: 'N',
		mch_id: payment.mchid,
		openid: payment.payer.openid,
		out_trade_no: payment.out_trade_no,
		result_code: 'SUCCESS',
		return_code: 'SUCCESS',
		time_end: success_time.slice(0, 19).replace(/\D/g, ''),
		total_fee: String(amount.total),
		trade_type: payment.trade_type,
		transaction_id: payment.transaction_id,
	};
}

const STATUS = { SUCCESS: 'SUCCESS', ABNORMAL: 'CHANGE', CLOSED: 'REFUNDCLOSE' };

/** What APIv2 encrypts about a refund. @throws Error for one that has not ended */
export function v2RefundFields(refund: Refund): Record<string, string> {
	const { amount, status, success_time } = refund;
	if (status === 'PROCESSING') {
		throw new Error('WeChat does not notify of a refund under way: settle it first');
	}
	return {
		out_refund_no: refund.out_refund_no,
		out_trade_no: refund.out_trade_no,
		refund_account:
			refund.funds_account === 'UNSETTLED'
				? 'REFUND_SOURCE_UNSETTLED_FUNDS'
				: 'REFUND_SOURCE_RECHARGE_FUNDS',
		refund_fee: String(amount.refund),
		refund_id: refund.refund_id,
		refund_recv_accout: refund.user_received_account,
		refund_request_source: 'API',
		refund_status: STATUS[status],
		settlement_refund_fee: String(amount.settlement_refund),
		settlement_total_fee: String(amount.settlement_total),
		success_time: (success_time ?? '').slice(0, 19).replace('T', ' '),
		total_fee: String(amount.total),
		transaction_id: refund.transaction_id,
	};
}

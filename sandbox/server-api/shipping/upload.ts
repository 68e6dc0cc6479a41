import { isObject, textOf } from '../../core/json';
import type { CombinedPayment } from '../../payments/combined-payment';
import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import { acceptUpload, type CheckedUpload } from './accept-upload';
import { paymentOfKey, readOrderKey, type OrderKey } from './found-payment';
import { planUpload } from './plan-upload';
import { readUpload, readUploadTime } from './read-upload';

/** Shipping of one payment, or its correction. */
export function uploadShipping({ body }: ServerApiCall, wechat: WeChat): object {
	const key = readOrderKey(body.order_key);
	const upload = readUpload(body);
	const uploadMs = readUploadTime(body.upload_time);
	const openid = readPayer(body.payer);
	const payment = paymentOfKey(key, wechat);
	if (payment.payer.openid !== openid) throw new ServerApiError(10060031);
	const planned = planUpload(payment, upload, uploadMs, wechat);
	const uploadTime = String(body.upload_time);
	acceptUpload({ payment, upload, planned }, { uploadTime, combined: false }, wechat);
	return {};
}

/** Shipping of payments that were made in one go: all of it, or nothing. */
export function uploadCombinedShipping({ body }: ServerApiCall, wechat: WeChat): object {
	const key = readOrderKey(body.order_key);
	const uploadMs = readUploadTime(body.upload_time);
	const openid = readPayer(body.payer);
	const combined = combinedOf(key, wechat);
	if (combined.openid !== openid) throw new ServerApiError(10060031);
	const { sub_orders: subOrders } = body;
	if (!Array.isArray(subOrders) || subOrders.length === 0) throw new ServerApiError(10060014);
	const uploads = subOrders.map((fields: unknown) =>
		checkSubOrder(fields, { key, combined, uploadMs }, wechat),
	);
	const numbers = new Set(uploads.map(({ payment }) => payment.transaction_id));
	if (numbers.size < uploads.length) throw new ServerApiError(10060013);
	const made = { uploadTime: String(body.upload_time), combined: true };
	for (const upload of uploads) acceptUpload(upload, made, wechat);
	return {};
}

/** @throws ServerApiError 10060014 without an openid */
function readPayer(payer: unknown): string {
	const openid = isObject(payer) ? textOf(payer.openid) : undefined;
	if (openid === undefined) throw new ServerApiError(10060014, '，payer.openid 不能为空');
	return openid;
}

/** By its own number, or by the transaction of one of its payments. */
function combinedOf(key: OrderKey, wechat: WeChat): CombinedPayment {
	const found = wechat.combined.find(({ combine_out_trade_no, payments }) =>
		key.order_number_type === 1
			? key.mchid === wechat.mchid && combine_out_trade_no === key.out_trade_no
			: payments.some(({ transaction_id }) => transaction_id === key.transaction_id),
	);
	if (!found) throw new ServerApiError(10060001);
	return found;
}

function checkSubOrder(
	fields: unknown,
	parent: { key: OrderKey; combined: CombinedPayment; uploadMs: number },
	wechat: WeChat,
): CheckedUpload {
	if (!isObject(fields)) throw new ServerApiError(47001);
	const key = readOrderKey(fields.order_key);
	if (key.order_number_type !== parent.key.order_number_type) throw new ServerApiError(268485253);
	const upload = readUpload(fields);
	const payment = paymentOfKey(key, wechat);
	if (!parent.combined.payments.includes(payment)) throw new ServerApiError(10060001);
	return { payment, upload, planned: planUpload(payment, upload, parent.uploadMs, wechat) };
}

import type { CombinedPayment } from '../../payments/combined-payment';
import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { isObject } from '../read-body';
import { acceptUpload, type CheckedUpload } from './accept-upload';
import { paymentOfKey, readOrderKey, type OrderKey } from './found-payment';
import { managed } from './managed';
import { planUpload } from './plan-upload';
import { readUpload, readUploadTime } from './read-upload';
import { readPayer } from './upload-shipping-info';

/** Shipping of payments that were made in one go: all of it, or nothing. */
export const uploadCombinedShippingInfo = managed(
	'upload_combined_shipping_info',
	({ body }, wechat) => {
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
		const told = { uploadTime: String(body.upload_time), combined: true };
		for (const upload of uploads) acceptUpload(upload, told, wechat);
		return {};
	},
);

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

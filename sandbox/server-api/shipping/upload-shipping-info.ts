import { ServerApiError } from '../errcode';
import { isObject, textOf } from '../read-body';
import { acceptUpload } from './accept-upload';
import { paymentOfKey, readOrderKey } from './found-payment';
import { managed } from './managed';
import { planUpload } from './plan-upload';
import { readUpload, readUploadTime } from './read-upload';

/** Shipping of one payment, or its correction. */
export const uploadShippingInfo = managed('upload_shipping_info', ({ body }, wechat) => {
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
});

/** @throws ServerApiError 10060014 without an openid */
export function readPayer(payer: unknown): string {
	const openid = isObject(payer) ? textOf(payer.openid) : undefined;
	if (openid === undefined) throw new ServerApiError(10060014, '，payer.openid 不能为空');
	return openid;
}

import { beijingTime } from '../../core/beijing-time';
import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { planUpload, type PlannedUpload } from './plan-upload';
import type { Parcel, ShippingUpload } from './shipping';

/** An upload that was checked, with the payment that it is about. */
export interface CheckedUpload {
	payment: Payment;
	upload: ShippingUpload;
	planned: PlannedUpload;
}

/** Writes it into the payment's shipping and into the history. */
export function acceptUpload(
	{ payment, upload, planned }: CheckedUpload,
	{ uploadTime, combined }: { uploadTime: string; combined: boolean },
	wechat: WeChat,
): void {
	const { shipping: book } = wechat.serverApi;
	const { transaction_id, out_trade_no } = payment;
	const { shipping, reshipment } = planned;
	const entry = book.of(transaction_id);
	Object.assign(entry, {
		shipping,
		upload,
		uploadedMs: Date.parse(uploadTime),
		reshipped: entry.reshipped || reshipment,
	});
	book.uploads.push({
		at: new Date(wechat.now()).toISOString(),
		transaction_id,
		out_trade_no,
		...upload,
		upload_time: uploadTime,
		reshipment,
		combined,
	});
}

/** Ships the whole order in one parcel, as a person does in WeChat's console. @throws Error when it is shipped or refunded */
export function shipByHand(
	payment: Payment,
	parcel: Pick<Parcel, 'express_company' | 'tracking_no'>,
	wechat: WeChat,
): void {
	const upload: ShippingUpload = {
		logistics_type: 1,
		delivery_mode: 1,
		is_all_delivered: true,
		shipping_list: [{ ...parcel, item_desc: payment.attach ?? '' }],
	};
	const uploadMs = wechat.now();
	try {
		const planned = planUpload(payment, upload, uploadMs, wechat);
		const uploadTime = beijingTime(uploadMs);
		acceptUpload({ payment, upload, planned }, { uploadTime, combined: false }, wechat);
	} catch (error) {
		if (!(error instanceof ServerApiError)) throw error;
		throw new Error(`${payment.out_trade_no} is shipped already, or refunded`);
	}
}

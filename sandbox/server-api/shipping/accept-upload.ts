import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import type { PlannedUpload } from './plan-upload';
import type { ShippingUpload } from './shipping';

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

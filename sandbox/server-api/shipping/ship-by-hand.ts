import { beijingTime } from '../../core/beijing-time';
import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { acceptUpload } from './accept-upload';
import { planUpload } from './plan-upload';
import type { Parcel, ShippingUpload } from './shipping';

/** Ships the whole order in one parcel, as a person does in WeChat's console. @throws Error when it is not to be shipped */
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

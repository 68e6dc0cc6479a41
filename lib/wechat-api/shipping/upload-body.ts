import { LOGISTICS_TYPE, orderKey, type PaymentKey, type Shipment } from './shipment';
import type { UploadPlan } from './plan-upload';

/** A shipment and what is to be uploaded for it. */
export interface PlannedUpload {
	shipment: Shipment;
	plan: Extract<UploadPlan, { do: 'upload' }>;
}

/** The call for one payment, or for those of a combined payment together. */
export function uploadCall(
	planned: PlannedUpload[],
	combined: PaymentKey | undefined,
	upload_time: string,
): { path: string; body: object } {
	const [first] = planned;
	const payer = { openid: first?.shipment.openid ?? '' };
	const entries = planned.map(entry);
	if (!combined) {
		const body = { ...entries[0], upload_time, payer };
		return { path: '/wxa/sec/order/upload_shipping_info', body };
	}
	const body = { order_key: orderKey(combined), sub_orders: entries, upload_time, payer };
	return { path: '/wxa/sec/order/upload_combined_shipping_info', body };
}

/** Absent fields are left out: WeChat does not take `null` for them. */
const entry = ({ shipment, plan }: PlannedUpload) => ({
	order_key: orderKey(shipment.payment),
	logistics_type: LOGISTICS_TYPE[shipment.logistics],
	delivery_mode: plan.delivery_mode,
	...(plan.delivery_mode === 2 ? { is_all_delivered: plan.is_all_delivered } : {}),
	shipping_list: plan.shipping_list,
});

import type { ShippingOrder, UploadedParcel } from '../../../../../lib/wechat-api/shipping/order';
import type { Parcel, Shipment } from '../../../../../lib/wechat-api/shipping/shipment';

/** A payment as WeChat has it. */
export const order = (changes: Partial<ShippingOrder> = {}): ShippingOrder => ({
	transaction_id: '4200002761202611221234567890',
	merchant_id: '1900000001',
	merchant_trade_no: 'SHOP1',
	order_state: 1,
	shipping: {},
	...changes,
});

export const uploaded = (
	parcels: UploadedParcel[],
	finished: boolean,
	more: ShippingOrder['shipping'] = {},
): Partial<ShippingOrder> => ({
	order_state: finished ? 2 : 1,
	shipping: {
		delivery_mode: parcels.length > 1 || !finished ? 2 : 1,
		logistics_type: 1,
		finish_shipping: finished,
		finish_shipping_count: finished ? 1 : 0,
		shipping_list: parcels,
		...more,
	},
});

export const parcel = (tracking_no: string, express_company = 'ZTO'): Parcel => ({
	tracking_no,
	express_company,
	item_desc: 'Red tee ×1',
});

export const onceUploaded = (tracking_no: string, express_company = 'ZTO'): UploadedParcel => ({
	tracking_no,
	express_company,
	goods_desc: 'Red tee ×1',
	upload_time: 1_790_000_100,
});

export const shipment = (changes: Partial<Shipment> = {}): Shipment => ({
	payment: { transaction_id: '4200002761202611221234567890' },
	openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
	logistics: 'express',
	parcels: [parcel('A')],
	allDelivered: true,
	...changes,
});

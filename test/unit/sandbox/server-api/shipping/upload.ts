import type { Payment } from '../../../../../sandbox';

/** One parcel with ZTO, as WeChat's reference writes it. */
export const parcel = (tracking_no: string, changed: object = {}): Record<string, unknown> => ({
	tracking_no,
	express_company: 'ZTO',
	item_desc: '红色T恤*1',
	...changed,
});

/** An upload of one parcel; `changed` replaces what it has. */
export const upload = (payment: Payment, changed: object = {}): Record<string, unknown> => ({
	order_key: { order_number_type: 2, transaction_id: payment.transaction_id },
	logistics_type: 1,
	delivery_mode: 1,
	shipping_list: [parcel('ZTO1')],
	upload_time: '2026-11-22T11:00:00.000+08:00',
	payer: { openid: payment.payer.openid },
	...changed,
});

/** `upload_time` so many minutes after eleven. */
export const at = (minutes: number): { upload_time: string } => ({
	upload_time: `2026-11-22T11:${String(minutes).padStart(2, '0')}:00.000+08:00`,
});

export const split = (parcels: unknown[], isAll: boolean): object => ({
	delivery_mode: 2,
	is_all_delivered: isAll,
	shipping_list: parcels,
});

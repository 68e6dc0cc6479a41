import { isDeepStrictEqual } from 'node:util';

import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { orderState } from './orders';
import { MAX_PARCELS } from './read-upload';
import type { ShippedParcel, Shipping, ShippingUpload, ShippingEntry } from './shipping';

/** A payment's shipping after an upload. */
export interface PlannedUpload {
	shipping: Shipping;
	reshipment: boolean;
}

/**
 * Nothing is changed yet. A payment that is shipped, or whose mode or type is changed, is shipped
 * again, which WeChat allows once.
 *
 * @throws ServerApiError 10060002, 10060003, 10060004, 10060024, or 10060023 for one that changes
 * nothing or is not later than the last
 */
export function planUpload(
	payment: Payment,
	upload: ShippingUpload,
	uploadMs: number,
	wechat: WeChat,
): PlannedUpload {
	const { rules, shipping } = wechat.serverApi;
	const entry = shipping.of(payment.transaction_id);
	const before = entry.shipping;
	if (![1, 2].includes(orderState(payment, wechat))) throw new ServerApiError(10060004);
	const isShipped = before?.finish_shipping === true;
	const isChanged =
		before !== undefined &&
		(before.delivery_mode !== upload.delivery_mode ||
			before.logistics_type !== upload.logistics_type);
	const reshipment = isShipped || isChanged;
	const kept = before && !reshipment && rules.splitUploads === 'append' ? before.shipping_list : [];
	const parcels = merged(kept, shipped(upload, uploadMs));
	const isOld = uploadMs <= entry.uploadedMs || isDeepStrictEqual(upload, entry.upload);
	if (before && (isOld || changesNothing(before, upload, parcels))) {
		throw new ServerApiError(10060023);
	}
	if (reshipment) checkReshipment(entry, upload, isShipped);
	if (parcels.length > MAX_PARCELS) throw new ServerApiError(10060024);
	return {
		reshipment,
		shipping: {
			delivery_mode: upload.delivery_mode,
			logistics_type: upload.logistics_type,
			finish_shipping: upload.is_all_delivered,
			goods_desc: '',
			finish_shipping_count: upload.is_all_delivered ? (isShipped ? 2 : 1) : 0,
			shipping_list: parcels,
			upload_scene: 2,
		},
	};
}

function checkReshipment(entry: ShippingEntry, upload: ShippingUpload, isShipped: boolean): void {
	if (entry.reshipped) throw new ServerApiError(10060003);
	if (isShipped && !upload.is_all_delivered) throw new ServerApiError(10060002);
}

const shipped = ({ shipping_list }: ShippingUpload, uploadMs: number): ShippedParcel[] =>
	shipping_list.map(({ item_desc, tracking_no, express_company, contact }) => ({
		tracking_no,
		express_company,
		goods_desc: item_desc,
		upload_time: Math.floor(uploadMs / 1000),
		...(contact ? { contact } : {}),
	}));

/** A parcel that is uploaded again counts once. */
const merged = (kept: ShippedParcel[], added: ShippedParcel[]): ShippedParcel[] => [
	...kept.filter((one) => !added.some((other) => parcelOf(other) === parcelOf(one))),
	...added,
];

const parcelOf = ({ express_company, tracking_no }: ShippedParcel): string =>
	`${express_company} ${tracking_no}`;

function changesNothing(
	before: Shipping,
	{ delivery_mode, logistics_type, is_all_delivered }: ShippingUpload,
	parcels: ShippedParcel[],
): boolean {
	const comparable = (list: ShippedParcel[]): unknown =>
		list
			.map((parcel) => ({ ...parcel, upload_time: 0 }))
			.sort((a, b) => (parcelOf(a) < parcelOf(b) ? -1 : 1));
	return (
		before.delivery_mode === delivery_mode &&
		before.logistics_type === logistics_type &&
		before.finish_shipping === is_all_delivered &&
		isDeepStrictEqual(comparable(before.shipping_list), comparable(parcels))
	);
}

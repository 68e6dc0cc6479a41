import type { JsonObject } from '../../core/json';
import { ServerApiError } from '../errcode';
import { isObject } from '../../core/json';
import { readParcel } from './read-parcel';
import type { DeliveryMode, LogisticsType, ShippingUpload } from './shipping';

/** Of one payment. */
export const MAX_PARCELS = 15;

/** @throws ServerApiError of the first field that is wrong */
export function readUpload(fields: JsonObject): ShippingUpload {
	const logisticsType = fields.logistics_type;
	if (!isLogisticsType(logisticsType)) throw new ServerApiError(10060005);
	const deliveryMode = fields.delivery_mode;
	if (!isDeliveryMode(deliveryMode)) throw new ServerApiError(268485224);
	const isSplit = deliveryMode === 2;
	if (isSplit && logisticsType !== 1) throw new ServerApiError(10060006);
	const { is_all_delivered: isAllDelivered } = fields;
	if (isSplit && typeof isAllDelivered !== 'boolean') throw new ServerApiError(10060007);
	const list = fields.shipping_list;
	if (list !== undefined && !Array.isArray(list)) throw new ServerApiError(47001);
	const parcels: unknown[] = list ?? [];
	if (!isSplit && parcels.length !== 1) throw new ServerApiError(268485228);
	if (parcels.length === 0) throw new ServerApiError(10060014, '，shipping_list 不能为空');
	if (parcels.length > MAX_PARCELS) throw new ServerApiError(10060024);
	return {
		logistics_type: logisticsType,
		delivery_mode: deliveryMode,
		is_all_delivered: !isSplit || isAllDelivered === true,
		shipping_list: parcels.map((parcel) => {
			if (!isObject(parcel)) throw new ServerApiError(47001);
			return readParcel(parcel, logisticsType);
		}),
	};
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds. @throws ServerApiError 268485216 */
export function readUploadTime(value: unknown): number {
	const ms = typeof value === 'string' && RFC_3339.test(value) ? Date.parse(value) : NaN;
	if (Number.isNaN(ms)) throw new ServerApiError(268485216);
	return ms;
}

const isLogisticsType = (value: unknown): value is LogisticsType =>
	[1, 2, 3, 4].includes(value as number);
const isDeliveryMode = (value: unknown): value is DeliveryMode => [1, 2].includes(value as number);

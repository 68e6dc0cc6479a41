import type { JsonObject } from '../../core/json';
import { SHIPPING_CARRIERS } from '../carriers';
import { ServerApiError } from '../errcode';
import { isObject, textOf } from '../../core/json';
import type { Contact, LogisticsType, Parcel } from './shipping';

const MAX_BYTES = 128;
const MAX_DESCRIPTION = 120;
const MAX_CONTACT = 1024;
/** Something hidden, and the last four digits not. */
const MASKED = /\*.*\d{4}$/;

/** @throws ServerApiError of the first field that is wrong */
export function readParcel(fields: JsonObject, logisticsType: LogisticsType): Parcel {
	const empty = Object.keys(fields).find((name) => fields[name] === null);
	if (empty !== undefined) throw new ServerApiError(10060014, `，${empty} 不能为 null`);
	const parcel: Parcel = {
		tracking_no: textOf(fields.tracking_no) ?? '',
		express_company: textOf(fields.express_company) ?? '',
		item_desc: textOf(fields.item_desc) ?? '',
		...(fields.contact === undefined ? {} : { contact: readContact(fields.contact) }),
	};
	if (logisticsType === 1) checkExpress(parcel);
	if (parcel.item_desc === '') throw new ServerApiError(10060008);
	if ([...parcel.item_desc].length > MAX_DESCRIPTION) throw new ServerApiError(10060009);
	return parcel;
}

function checkExpress({ tracking_no, express_company, contact }: Parcel): void {
	if (tracking_no === '') throw new ServerApiError(268485226);
	if (express_company === '') throw new ServerApiError(268485227);
	if (Buffer.byteLength(tracking_no) > MAX_BYTES) throw new ServerApiError(10060026);
	if (Buffer.byteLength(express_company) > MAX_BYTES) throw new ServerApiError(10060025);
	if (!SHIPPING_CARRIERS.some(({ delivery_id }) => delivery_id === express_company)) {
		throw new ServerApiError(10060014, '，物流公司编码有误');
	}
	const isReachable = contact?.consignor_contact ?? contact?.receiver_contact;
	if (express_company === 'SF' && isReachable === undefined) {
		throw new ServerApiError(10060014, '，顺丰发货时联系方式必填');
	}
}

function readContact(contact: unknown): Contact {
	if (!isObject(contact)) throw new ServerApiError(47001);
	const consignor = masked(contact.consignor_contact);
	const receiver = masked(contact.receiver_contact);
	return {
		...(consignor === undefined ? {} : { consignor_contact: consignor }),
		...(receiver === undefined ? {} : { receiver_contact: receiver }),
	};
}

function masked(value: unknown): string | undefined {
	if (value === undefined) return undefined;
	const text = textOf(value) ?? '';
	if (text.length > MAX_CONTACT || !MASKED.test(text.replaceAll('-', ''))) {
		throw new ServerApiError(10060014, '，联系方式需掩码传输，最后4位数字不能打掩码');
	}
	return text;
}

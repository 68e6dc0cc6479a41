import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../call';

/** A carrier in WeChat's list for shipping. WeChat Shop has another list, with other codes. */
export interface Carrier {
	/** The code, e.g. `SF`. */
	delivery_id: string;
	/** Chinese, as a rule. */
	delivery_name: string;
}

/** WeChat's carriers for shipping information (get_delivery_list): about 1,500. */
export async function fetchCarriers(
	account: OpenApiAccount,
	context: HttpCallContext,
): Promise<Carrier[]> {
	const path = '/cgi-bin/express/delivery/open_msg/get_delivery_list';
	const { delivery_list } = await callWechatApi(
		account,
		{ path, body: {}, repeatable: true },
		context,
	);
	return (Array.isArray(delivery_list) ? (delivery_list as Carrier[]) : []).map(
		({ delivery_id, delivery_name }) => ({
			delivery_id: String(delivery_id),
			delivery_name: String(delivery_name ?? ''),
		}),
	);
}

/**
 * Names under which Odoo users know a carrier, by WeChat's code for shipping. WeChat's own list has
 * Chinese names; these are the English and short ones. A code counts only while WeChat lists it.
 */
export const CARRIER_NAMES: Record<string, readonly string[]> = {
	SF: ['SF Express', 'SF', 'Shunfeng', '顺丰', '顺丰快递', '顺丰速递', '顺丰速运'],
	ZTO: ['ZTO Express', 'ZTO', 'Zhongtong', '中通', '中通快递', '中通速递'],
	YTO: ['YTO Express', 'YTO', 'Yuantong', '圆通', '圆通快递', '圆通速递'],
	STO: ['STO Express', 'STO', 'Shentong', '申通', '申通快递'],
	YD: ['Yunda Express', 'Yunda', '韵达', '韵达快递', '韵达速递'],
	JD: ['JD Express', 'JD Logistics', 'JD', 'Jingdong', '京东', '京东快递', '京东物流'],
	EMS: ['EMS', 'China Post EMS', '邮政EMS'],
	JTSD: ['J&T Express', 'J&T', 'JT Express', '极兔', '极兔速递', '极兔快递'],
	DBL: ['Deppon Express', 'Deppon', 'Deppon Logistics', '德邦', '德邦快递', '德邦物流'],
	DHL: ['DHL', 'DHL Express'],
	FEDEX: ['FedEx', 'Federal Express', '联邦快递'],
	UPS: ['UPS', 'United Parcel Service'],
};

/** A carrier as Odoo has it. */
export interface OdooCarrier {
	name: string;
	code?: string;
}

/** A row of the merchant's own table: a name or code of Odoo's, and WeChat's code for it. */
export interface CarrierRow {
	odoo: string;
	delivery_id: string;
}

export type CarrierMatch = { delivery_id: string } | { problem: string };

/**
 * WeChat's code of a carrier: by the merchant's table, then where Odoo's code is exactly WeChat's, then
 * by name in either language. Names are equal but for case, spaces and punctuation; what is only
 * similar, or fits several, is a problem for a person and never a guess.
 */
export function matchCarrier(
	{ name, code }: OdooCarrier,
	carriers: readonly Carrier[],
	table: readonly CarrierRow[],
): CarrierMatch {
	const given = [code ?? '', name].map((text) => text.trim()).filter(Boolean);
	if (given.length === 0) return { problem: 'The shipment has no carrier.' };
	const codes = new Set(carriers.map(({ delivery_id }) => delivery_id));

	const row = table.find(({ odoo }) => given.some((text) => same(text, odoo)));
	if (row) {
		if (codes.has(row.delivery_id)) return { delivery_id: row.delivery_id };
		return {
			problem: `The table of carriers in the node names "${row.delivery_id}", which is not in WeChat's list.`,
		};
	}
	if (code && codes.has(code.trim())) return { delivery_id: code.trim() };
	const found = new Set(
		carriers
			.filter(({ delivery_id, delivery_name }) =>
				[delivery_name, ...(CARRIER_NAMES[delivery_id] ?? [])].some((known) =>
					given.some((text) => same(text, known)),
				),
			)
			.map(({ delivery_id }) => delivery_id),
	);
	const [only] = found;
	if (only !== undefined && found.size === 1) return { delivery_id: only };
	const named = given.map((text) => `"${text}"`).join(' or ');
	const why = found.size > 1 ? `fits ${[...found].join(', ')} in` : 'is, by code or name, not in';
	return {
		problem: `The carrier ${named} ${why} WeChat's list. Add a row for it under Carriers in the node.`,
	};
}

const same = (one: string, other: string): boolean => {
	const bare = bareName(one);
	return bare !== '' && bare === bareName(other);
};

const bareName = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}&]/gu, '');

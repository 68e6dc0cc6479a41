import type { OdooClient } from '../../odoo/client';
import { searchRead, textOf } from '../../odoo/records';
import { addressText } from '../model/recipient';
import { paymentKey, type PaidOrder } from '../model/paid-order';

/** Columns of `load` for buyers and delivery addresses alike. */
export const CONTACT_FIELDS = [
	'id',
	'name',
	'ref',
	'phone',
	'type',
	'country_id/id',
	'state_id/.id',
	'city',
	'street',
	'street2',
	'comment',
];

/** The row of a buyer, or, with the database ids of provinces by name, of the order's delivery address. */
export function contactColumns(
	externalId: string,
	order: PaidOrder,
	provinces?: Map<string, number>,
): string[] {
	const { contact, address, payment } = order;
	const openid = payment.payer?.openid;
	const unnamed = openid ? `WeChat buyer …${openid.slice(-4)}` : 'WeChat buyer';
	if (!provinces || !address) {
		const reference = openid ?? paymentKey(order);
		const own = [contact?.name ?? unnamed, reference, contact?.phone ?? '', 'contact'];
		return [externalId, ...own, '', '', '', '', '', ''];
	}
	const { name, phone, province, city, district, street } = address;
	return [
		externalId,
		name ?? contact?.name ?? unnamed,
		'',
		phone ?? contact?.phone ?? '',
		'delivery',
		province ? 'base.cn' : '',
		String(provinces.get(province ?? '') ?? ''),
		city ?? '',
		street ?? address.text ?? '',
		district ?? '',
		addressText(address),
	];
}

/** Odoo's Chinese provinces for the names in the orders' addresses, as far as it has them. */
export async function provinceIds(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<string, number>> {
	const names = new Set(orders.flatMap(({ address }) => address?.province ?? []));
	if (names.size === 0) return new Map();
	const states = await odoo.remember(
		'provinces of China',
		async () =>
			await searchRead(odoo, 'res.country.state', [['country_id.code', '=', 'CN']], ['name']),
	);
	return new Map(
		[...names].flatMap((name) => {
			// 广东, 广东省 and 内蒙古, 内蒙古自治区: two characters tell all provinces apart.
			const state = states.find((row) => textOf(row.name).slice(0, 2) === name.slice(0, 2));
			return state ? [[name, state.id] as const] : [];
		}),
	);
}

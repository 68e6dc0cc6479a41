import type { OdooClient } from '../../odoo/client';
import { findId } from '../../odoo/external-ids';
import { searchRead, textOf } from '../../odoo/records';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { addressText } from '../model/recipient';

/** Columns of a contact for `load`, the external id first. */
export const CONTACT_FIELDS = [
	...['id', 'name', 'ref', 'phone', 'type', 'country_id/.id', 'state_id/.id', 'city', 'street'],
	...['street2', 'comment'],
];

/** Database ids of countries as text; empty if there is none. */
export interface Countries {
	china: string;
	/** Of a contact whose address names no country. */
	byDefault: string;
}

export async function countriesOf(
	odoo: OdooClient,
	{ defaultCountryId }: Pick<RecordOptions, 'defaultCountryId'>,
): Promise<Countries> {
	const china = await odoo.remember(
		'country China',
		async () => await findId(odoo, 'res.country', 'base.cn'),
	);
	return { china: String(china ?? ''), byDefault: String(defaultCountryId ?? '') };
}

const countryOf = ({ address }: PaidOrder, { china, byDefault }: Countries): string =>
	address?.province ? china : byDefault;

const unnamed = ({ payment: { payer } }: PaidOrder): string =>
	payer?.openid ? `WeChat buyer …${payer.openid.slice(-4)}` : 'WeChat buyer';

/** The columns of a buyer's contact without its external id. @param key names a buyer without an OpenID. The address is a separate contact. */
export function buyerRow(order: PaidOrder, key: string, countries: Countries): string[] {
	const { contact, payment } = order;
	const reference = payment.payer?.openid ?? key;
	const columns = [contact?.name ?? unnamed(order), reference, contact?.phone ?? '', 'contact'];
	const country = countries.byDefault && countryOf(order, countries);
	return [...columns, country, '', '', '', '', ''];
}

/** The columns of a delivery address without its external id. */
export async function addressRow(
	odoo: OdooClient,
	order: PaidOrder,
	countries: Countries,
): Promise<string[]> {
	const { contact, address = {} } = order;
	const { name, phone, province, city, district, street, text } = address;
	return [
		name ?? contact?.name ?? unnamed(order),
		'',
		phone ?? contact?.phone ?? '',
		'delivery',
		countryOf(order, countries),
		province ? await provinceId(odoo, province) : '',
		city ?? '',
		street ?? text ?? '',
		district ?? '',
		addressText(address),
	];
}

/** Database id of a Chinese province in Odoo as text; empty if it is not found. */
async function provinceId(odoo: OdooClient, name: string): Promise<string> {
	const provinces = await odoo.remember(
		'provinces of China',
		async () =>
			await searchRead(odoo, 'res.country.state', [['country_id.code', '=', 'CN']], ['name']),
	);
	// The first two characters identify a province: 广东, 广东省; 内蒙古, 内蒙古自治区.
	const found = provinces.find((row) => textOf(row.name).slice(0, 2) === name.slice(0, 2));
	return found ? String(found.id) : '';
}

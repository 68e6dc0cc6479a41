import { maskPhones } from '../../core/outside-text';
import type { OdooClient } from '../../odoo/client';
import { searchRead, textOf } from '../../odoo/records';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { addressText, isWhole, NOT_SPLIT, type Address } from '../model/recipient';

/** Columns of a contact for `load`, the external id first. */
export const CONTACT_FIELDS = [
	...['id', 'name', 'ref', 'phone', 'type', 'country_id/.id', 'state_id/.id', 'zip', 'city'],
	...['street', 'comment'],
];

const HAN = /\p{Script=Han}/u;

/** ISO code of the country of an address; undefined if it is not known. */
const countryCode = ({ country, province }: Address): string | undefined =>
	country ?? (province && HAN.test(province) ? 'CN' : undefined);

/** Database id of the country of an order's address as text, or of the default; empty if there is none. */
async function countryOf(
	odoo: OdooClient,
	{ address = {} }: PaidOrder,
	{ defaultCountryId }: Pick<RecordOptions, 'defaultCountryId'>,
): Promise<string> {
	const code = countryCode(address);
	const found = code ? await countryId(odoo, code) : undefined;
	return String(found ?? defaultCountryId ?? '');
}

const countryId = async (odoo: OdooClient, code: string): Promise<number | undefined> =>
	await odoo.remember(`country ${code}`, async () => {
		const [country] = await searchRead(odoo, 'res.country', [['code', '=', code]], ['code']);
		return country?.id;
	});

const unnamed = ({ payment: { payer } }: PaidOrder): string =>
	payer?.openid ? `WeChat buyer …${payer.openid.slice(-4)}` : 'WeChat buyer';

/** The columns of a buyer's contact without its external id. @param key names a buyer without an OpenID. The address is a separate contact. */
export async function buyerRow(
	odoo: OdooClient,
	order: PaidOrder,
	key: string,
	options: Pick<RecordOptions, 'defaultCountryId'>,
): Promise<string[]> {
	const { contact, payment } = order;
	const reference = payment.payer?.openid ?? key;
	const columns = [contact?.name ?? unnamed(order), reference, contact?.phone ?? '', 'contact'];
	const country = options.defaultCountryId ? await countryOf(odoo, order, options) : '';
	return [...columns, country, '', '', '', '', ''];
}

/** The columns of a delivery address without its external id. */
export async function addressRow(
	odoo: OdooClient,
	order: PaidOrder,
	options: Pick<RecordOptions, 'defaultCountryId'>,
): Promise<string[]> {
	const { contact, address = {} } = order;
	const { name, phone, province, city, postcode } = address;
	const country = await countryOf(odoo, order, options);
	const state = province && country ? await stateId(odoo, Number(country), province) : undefined;
	return [
		name ?? contact?.name ?? unnamed(order),
		'',
		phone ?? contact?.phone ?? '',
		'delivery',
		country,
		String(state ?? ''),
		postcode ?? '',
		joined(state === undefined ? province : undefined, city),
		streetOf(address),
		addressComment(address),
	];
}

/** Odoo has no field for a district. It comes before the street, as on a parcel. */
const streetOf = ({ district, street, text }: Address): string =>
	district && street?.startsWith(district) ? street : joined(district, street ?? text);

/** Chinese parts follow each other without a blank. */
const joined = (first = '', second = ''): string =>
	first && second && !HAN.test(first) ? `${first}, ${second}` : first + second;

/** What a person should know of the address, one fact a line. */
function addressComment(address: Address): string {
	const { phone_expires: expires, masked } = address;
	const text = maskPhones(addressText(address));
	return [
		text && `Address as received: ${text}`,
		isWhole(address) && NOT_SPLIT,
		expires && `The phone number is a virtual one. It works until ${expires}.`,
		masked && 'WeChat hides parts of this address.',
	]
		.filter(Boolean)
		.join('\n');
}

/** Database id of a province or state in Odoo; undefined if it is not found. */
async function stateId(
	odoo: OdooClient,
	country: number,
	name: string,
): Promise<number | undefined> {
	const states = await odoo.remember(
		`states ${country}`,
		async () =>
			await searchRead(odoo, 'res.country.state', [['country_id', '=', country]], ['name', 'code']),
	);
	const wanted = plain(name);
	const exact = states.filter((row) =>
		[row.name, row.code].some((text) => plain(textOf(text)) === wanted),
	);
	// Two characters identify a province of mainland China: 广东, 广东省; 内蒙古, 内蒙古自治区.
	const similar = HAN.test(name)
		? states.filter((row) => plain(textOf(row.name)).startsWith(wanted.slice(0, 2)))
		: [];
	const [only, ...others] = exact.length > 0 ? exact : similar;
	return others.length > 0 ? undefined : only?.id;
}

const plain = (name: string): string => name.toLowerCase().replaceAll('臺', '台');

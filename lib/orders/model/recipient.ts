import { createHash } from 'node:crypto';

import { asObject } from '../../core/json';
import { safeLine } from '../../core/outside-text';
import { splitAddress } from './split-address';

/** The buyer, as far as the shop knows: WeChat only sends an OpenID. */
export interface Contact {
	name?: string;
	phone?: string;
}

/** A delivery address; see `RecipientItem` for its parts. */
export interface Address extends Contact {
	/** ISO 3166-1 alpha-2, in capitals. */
	country?: string;
	province?: string;
	city?: string;
	district?: string;
	street?: string;
	postcode?: string;
	/** The address as the shop sent it, in one text. */
	text?: string;
	/** When a virtual phone number stops working, as received. */
	phone_expires?: string;
	/** WeChat hides parts of it. */
	masked?: boolean;
}

const CONTACT = ['name', 'phone'] as const;
const PARTS = ['province', 'city', 'district'] as const;
const ADDRESS = [
	...[...CONTACT, 'country', ...PARTS, 'street', 'postcode', 'text', 'phone_expires'],
] as const as ReadonlyArray<Exclude<keyof Address, 'masked'>>;

/** Field names of `wx.chooseAddress` in mini programs. */
const CHOOSE_ADDRESS = {
	userName: 'name',
	telNumber: 'phone',
	provinceName: 'province',
	cityName: 'city',
	countyName: 'district',
	detailInfo: 'street',
	postalCode: 'postcode',
};

/** Reads the `contact` of an item; undefined if it has no text. */
export const readContact = (value: unknown): Contact | undefined => textsOf(value, CONTACT);

/**
 * Reads the `recipient` or `address` of an item: its parts (with our names or those of
 * `wx.chooseAddress`), or the whole address as one text, which is kept and split into parts. Undefined
 * if it has no text.
 */
export function readAddress(value: unknown): Address | undefined {
	const fields = typeof value === 'string' ? { text: value } : withOurNames(value);
	const { country, ...found } = textsOf(fields, ADDRESS) ?? {};
	if (Object.keys(found).length === 0) return undefined;
	const address: Address = {
		...found,
		...(country && { country: country.toUpperCase() }),
		...(asObject(fields)?.masked === true && { masked: true }),
	};
	if (!isWhole(address)) return address;
	const parts = splitAddress(wholeText(address));
	return parts ? { ...address, text: wholeText(address), ...parts } : address;
}

/** Said wherever such an address is shown. */
export const NOT_SPLIT =
	'The address could not be split into province, city and district. It is in Street as received: check it before you ship.';

const CHINESE = new Set(['CN', 'HK', 'MO', 'TW']);

/** Whether an address is one text whose province and city are not known. Only Chinese ones are split. */
export const isWhole = (address: Address): boolean =>
	wholeText(address) !== '' &&
	PARTS.every((part) => address[part] === undefined) &&
	(address.country === undefined || CHINESE.has(address.country));

const wholeText = ({ text, street }: Address): string => street ?? text ?? '';

function withOurNames(value: unknown): unknown {
	const fields = asObject(value);
	if (!fields) return value;
	const chosen = Object.entries(CHOOSE_ADDRESS).flatMap(([theirs, ours]) =>
		theirs in fields ? [[ours, fields[theirs]] as const] : [],
	);
	return { ...Object.fromEntries(chosen), ...fields };
}

/** A hash of the address, as part of an external id. Other blanks or widths make no other address. */
export function addressKey(address: Address): string {
	const { name, phone, country, province, city, district, street, postcode, text } = address;
	const place = [country, province?.replace(PROVINCE_SUFFIX, ''), city, district, street, postcode];
	const parts = [name, phone?.replace(NO_DIGIT, ''), ...place, place.some(Boolean) ? '' : text];
	return createHash('sha256')
		.update(JSON.stringify(parts.map((part = '') => normalized(part))))
		.digest('hex')
		.slice(0, 24);
}

const PROVINCE_SUFFIX = /(?:[省市]|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u;
const NO_DIGIT = /[^0-9]/g;
/** Blanks between two digits or letters separate them: 1 2 is not 12. */
const BLANKS = /(?<![a-z0-9])\s+|\s+(?![a-z0-9])/gu;

const normalized = (text: string): string =>
	text.normalize('NFKC').toLowerCase().replace(BLANKS, '').replace(/\s+/gu, ' ');

/** The address on one line, as received if known. */
export const addressText = (address: Address): string => {
	const { text, country, province, city, district, street, postcode } = address;
	const parts = [country, postcode, province, city, district, street];
	return text ?? parts.filter((part) => part !== undefined).join(' ');
};

function textsOf<Name extends string>(
	value: unknown,
	names: readonly Name[],
): Partial<Record<Name, string>> | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const fields = value as Record<string, unknown>;
	const found = names.flatMap((name) => {
		const text = typeof fields[name] === 'string' ? safeLine(fields[name]) : '';
		return text === '' ? [] : [[name, text] as const];
	});
	return found.length > 0
		? (Object.fromEntries(found) as Partial<Record<Name, string>>)
		: undefined;
}

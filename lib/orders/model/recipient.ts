import { createHash } from 'node:crypto';

import { safeLine } from '../../core/outside-text';

/** The buyer, as far as the shop knows: WeChat only sends an OpenID. */
export interface Contact {
	name?: string;
	phone?: string;
}

/** A delivery address. Chinese addresses have four parts; `text` is the address as the shop sent it. */
export interface Address extends Contact {
	province?: string;
	city?: string;
	district?: string;
	street?: string;
	text?: string;
}

const CONTACT = ['name', 'phone'] as const;
const PARTS = ['province', 'city', 'district', 'street'] as const;
const ADDRESS = [...CONTACT, ...PARTS, 'text'] as const;

/** Field names of `wx.chooseAddress` in mini programs. */
const CHOOSE_ADDRESS = {
	userName: 'name',
	telNumber: 'phone',
	provinceName: 'province',
	cityName: 'city',
	countyName: 'district',
	detailInfo: 'street',
};

/** Reads the `contact` of an item; undefined if it has no text. */
export const readContact = (value: unknown): Contact | undefined => textsOf(value, CONTACT);

/**
 * Reads the `address` of an item: its parts (with our names or those of `wx.chooseAddress`), or the
 * whole address as text, which is kept and split into parts. Undefined if it has no text.
 */
export function readAddress(value: unknown): Address | undefined {
	const fields = typeof value === 'string' ? { text: value } : withOurNames(value);
	const address = textsOf(fields, ADDRESS);
	if (!address?.text || PARTS.some((part) => address[part] !== undefined)) return address;
	return { ...address, ...splitAddress(address.text) };
}

function withOurNames(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const fields = value as Record<string, unknown>;
	const chosen = Object.entries(CHOOSE_ADDRESS).flatMap(([theirs, ours]) =>
		theirs in fields ? [[ours, fields[theirs]] as const] : [],
	);
	return { ...Object.fromEntries(chosen), ...fields };
}

/** A hash of the address, as part of an external id. */
export const addressKey = (address: Address): string =>
	createHash('sha256')
		.update(JSON.stringify(ADDRESS.map((name) => address[name] ?? '')))
		.digest('hex')
		.slice(0, 24);

/** The address on one line, as received if known. */
export const addressText = ({ text, province, city, district, street }: Address): string =>
	text ?? [province, city, district, street].filter((part) => part !== undefined).join(' ');

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

/** Municipalities are provinces and cities at once: their name is written once or twice. */
const MUNICIPALITIES = ['北京', '上海', '天津', '重庆'];
const PROVINCE =
	/^(.{2,3}省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|(?:香港|澳门)特别行政区)/u;
const CITY = /^(.{1,10}?(?:自治州|地区|盟|市))/u;
const DISTRICT = /^(.{1,10}?(?:自治县|自治旗|新区|林区|区|县|旗|市))/u;

/**
 * Splits a Chinese address on one line, with or without spaces between its parts, by the suffixes of
 * place names. Undefined unless province and city are found: nothing is guessed from a name alone.
 */
export function splitAddress(text: string): Address | undefined {
	const line = text.trim().replace(/^中国\s*/u, '');
	const municipality = MUNICIPALITIES.find((name) => line.startsWith(`${name}市`));
	if (municipality) {
		const city = `${municipality}市`;
		const rest = after(line, city);
		return withDistrict(city, city, rest.startsWith(city) ? after(rest, city) : rest);
	}
	const [province] = PROVINCE.exec(line) ?? [];
	if (!province) return undefined;
	const rest = after(line, province);
	const [city] = CITY.exec(rest) ?? [];
	return city ? withDistrict(province, city, after(rest, city)) : undefined;
}

function withDistrict(province: string, city: string, rest: string): Address | undefined {
	const [district] = DISTRICT.exec(rest) ?? [];
	const street = district ? after(rest, district) : rest;
	if (street === '') return undefined;
	return { province, city, ...(district && { district }), street };
}

const after = (text: string, start: string) => text.slice(start.length).trim();

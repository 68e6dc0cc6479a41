import { createHash } from 'node:crypto';

import { splitAddress } from './split-address';

/** Who buys, as far as the shop knows: WeChat tells only an OpenID. */
export interface Contact {
	name?: string;
	phone?: string;
}

/** Where the goods go. Chinese addresses come in four parts; `text` is the address as the shop had it. */
export interface Address extends Contact {
	province?: string;
	city?: string;
	district?: string;
	street?: string;
	text?: string;
}

const CONTACT = ['name', 'phone'] as const;
const ADDRESS = [...CONTACT, 'province', 'city', 'district', 'street', 'text'] as const;

/** Reads an item's `contact`; undefined when it tells nothing. */
export const readContact = (value: unknown): Contact | undefined => texts(value, CONTACT);

/** What `wx.chooseAddress` of the mini-program calls the parts. */
const CHOSEN = {
	userName: 'name',
	telNumber: 'phone',
	provinceName: 'province',
	cityName: 'city',
	countyName: 'district',
	detailInfo: 'street',
};

/**
 * Reads an item's `address`: its parts (by our names or those of `wx.chooseAddress`), or the whole as
 * text, which is split and kept beside its parts. Undefined when it tells nothing.
 */
export function readAddress(value: unknown): Address | undefined {
	const address = texts(typeof value === 'string' ? { text: value } : byOurNames(value), ADDRESS);
	if (!address?.text || PARTS.some((part) => address[part] !== undefined)) return address;
	return { ...address, ...splitAddress(address.text) };
}

const PARTS = ['province', 'city', 'district', 'street'] as const;

function byOurNames(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const fields = value as Record<string, unknown>;
	const chosen = Object.entries(CHOSEN).flatMap(([theirs, ours]) =>
		theirs in fields ? [[ours, fields[theirs]] as const] : [],
	);
	return { ...Object.fromEntries(chosen), ...fields };
}

/** The same for the same address, in the form of an external id's part. */
export const addressKey = (address: Address): string =>
	createHash('sha256')
		.update(JSON.stringify(ADDRESS.map((name) => address[name] ?? '')))
		.digest('hex')
		.slice(0, 24);

/** The address on one line, as received where that is known. */
export const addressText = ({ text, province, city, district, street }: Address): string =>
	text ?? [province, city, district, street].filter((part) => part !== undefined).join(' ');

function texts<Name extends string>(
	value: unknown,
	names: readonly Name[],
): Partial<Record<Name, string>> | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const fields = value as Record<string, unknown>;
	const found = names.flatMap((name) => {
		const text = typeof fields[name] === 'string' ? fields[name].trim() : '';
		return text === '' ? [] : [[name, text] as const];
	});
	return found.length > 0
		? (Object.fromEntries(found) as Partial<Record<Name, string>>)
		: undefined;
}

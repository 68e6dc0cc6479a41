/** The parts of a Chinese address, as far as its text tells them. */
export interface AddressParts {
	province: string;
	city: string;
	district?: string;
	street: string;
}

/** Cities that are provinces of their own: their name may stand there once or twice. */
const MUNICIPALITIES = ['北京', '上海', '天津', '重庆'];
const PROVINCE =
	/^(.{2,3}省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|(?:香港|澳门)特别行政区)/u;
const CITY = /^(.{1,10}?(?:自治州|地区|盟|市))/u;
const DISTRICT = /^(.{1,10}?(?:自治县|自治旗|新区|林区|区|县|旗|市))/u;

/**
 * Splits a Chinese address written in one line, with or without blanks between its parts, by the
 * endings of the names of places. Undefined where province and city are not both there: nothing is
 * guessed from names alone.
 */
export function splitAddress(text: string): AddressParts | undefined {
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

function withDistrict(province: string, city: string, rest: string): AddressParts | undefined {
	const [district] = DISTRICT.exec(rest) ?? [];
	const street = district ? after(rest, district) : rest;
	if (street === '') return undefined;
	return { province, city, ...(district && { district }), street };
}

const after = (text: string, start: string) => text.slice(start.length).trim();

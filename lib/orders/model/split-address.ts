/** The parts of a Chinese address, from the largest to the smallest. */
export interface AddressParts {
	/** With its suffix: `广东省`. A municipality is province and city at once. */
	province: string;
	/** Absent where there is no level between province and district, e.g. in Hong Kong. */
	city?: string;
	district?: string;
	street: string;
	postcode?: string;
}

const MUNICIPALITIES = ['北京', '上海', '天津', '重庆'];
/** Names without suffix, by suffix. */
const PROVINCES: Record<string, string[]> = {
	省: [
		...['河北', '山西', '辽宁', '吉林', '黑龙江', '江苏', '浙江', '安徽', '福建', '江西', '山东'],
		...['河南', '湖北', '湖南', '广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海'],
	],
	自治区: ['内蒙古', '西藏'],
	壮族自治区: ['广西'],
	回族自治区: ['宁夏'],
	维吾尔自治区: ['新疆'],
};
/** Regions whose addresses have other levels, and the places directly below them. */
const REGIONS = [
	{
		names: /^(?:香港特别行政区|香港)/u,
		province: '香港特别行政区',
		city: /^(?:香港岛|香港島|港岛|港島|九龙|九龍|新界|离岛|離島)/u,
		district: /^[^路道街号號0-9]{1,4}?[区區]/u,
	},
	{
		names: /^(?:澳门特别行政区|澳門特別行政區|澳门|澳門)/u,
		province: '澳门特别行政区',
		city: /^(?:澳门半岛|澳門半島|氹仔|凼仔|路环|路環|路氹|离岛)/u,
		district: /^[^路道街马馬号號0-9]{2,5}?堂区/u,
	},
	{
		names: /^(?:台湾省|台湾|臺灣省|臺灣|台灣省|台灣)/u,
		province: '台湾省',
		city: /^[^路街号號0-9]{2,3}?[市县縣]/u,
		district: /^[^路街号號0-9]{1,4}?[区區市镇鎮乡鄉]/u,
	},
];

/** Levels that forms show where a place has no such level. */
const NO_LEVEL = /^(?:市辖区|(?:省|自治区)直辖县级行政(?:区划|单位)|县(?=.{1,8}县))\s*/u;
/** Some are directly below their province. */
const AUTONOMOUS_COUNTY = /^.{1,15}?自治县/u;
const CITY = /^.{1,10}?(?:自治州|地区|盟|市(?!区))/u;
const DISTRICT = /^.{1,15}?(?:自治县|自治旗|区|县|旗(?!区)|市(?![区市]))/u;
/** Parts of a street or building: a place name that contains one ends too far. */
const INSIDE_A_STREET = /.(?:[路街村号楼栋弄镇]|乡(?![县市区族]))|[小社校厂片景]区|[0-9]/u;
const NO_STREET = /^(?:景德镇市|周村区|.{1,2}楼区)$/u;
const POSTCODE =
	/^(?:邮编\s*[:：]?\s*)?([0-9]{6})\s+|[\s,，(（]*邮编\s*[:：]?\s*([0-9]{6})[)）]?$/u;

/**
 * Splits a Chinese address on one line, with or without blanks between its parts, by the names of
 * provinces and the suffixes of places. Undefined unless the province and the level below it are found:
 * nothing is guessed from a name without its province.
 */
export function splitAddress(text: string): AddressParts | undefined {
	const whole = text.trim();
	const [found, before, behind] = POSTCODE.exec(whole) ?? [];
	const postcode = before ?? behind;
	const line = (found ? whole.replace(found, '') : whole).replace(/^(?:中国|中國)\s*/u, '');
	const parts = ofMunicipality(line) ?? ofProvince(line) ?? ofRegion(line);
	return parts && { ...parts, ...(postcode && { postcode }) };
}

function ofMunicipality(line: string): AddressParts | undefined {
	const name = MUNICIPALITIES.find((one) => line.startsWith(one));
	if (!name) return undefined;
	const city = `${name}市`;
	const hasSuffix = line.startsWith(city);
	const rest = after(line, hasSuffix ? city : name);
	const below = after(rest, rest.startsWith(city) ? city : '').replace(NO_LEVEL, '');
	const parts = withDistrict({ province: city, city }, below);
	// Without the suffix, a street may have the name of the municipality: 上海路.
	return hasSuffix || below !== rest || parts?.district ? parts : undefined;
}

function ofProvince(line: string): AddressParts | undefined {
	for (const [suffix, names] of Object.entries(PROVINCES)) {
		const name = names.find((one) => line.startsWith(one));
		if (!name) continue;
		const province = name + suffix;
		const rest = after(line, line.startsWith(province) ? province : name).replace(NO_LEVEL, '');
		// 吉林市 is a city and 海南藏族自治州 a prefecture of another province.
		if (/^(?:[市路]|藏族|蒙古族)/u.test(rest)) return undefined;
		const city = placeIn(rest, CITY);
		if (city) return withDistrict({ province, city }, after(rest, city));
		return placeIn(rest, AUTONOMOUS_COUNTY) ? withDistrict({ province }, rest) : undefined;
	}
	return undefined;
}

function ofRegion(line: string): AddressParts | undefined {
	const region = REGIONS.find(({ names }) => names.test(line));
	if (!region) return undefined;
	const rest = after(line, region.names.exec(line)?.[0] ?? '');
	const [city] = region.city.exec(rest) ?? [];
	const below = after(rest, city ?? '');
	const [district] = region.district.exec(below) ?? [];
	const street = after(below, district ?? '');
	if (street === '' || !(city ?? district)) return undefined;
	return {
		province: region.province,
		...(city && { city }),
		...(district && { district }),
		street,
	};
}

function withDistrict(
	above: { province: string; city?: string },
	rest: string,
): AddressParts | undefined {
	const district = placeIn(rest, DISTRICT);
	const street = after(rest, district ?? '');
	return street === '' ? undefined : { ...above, ...(district && { district }), street };
}

/** The place name at the start of a text; undefined if there is none. */
function placeIn(text: string, level: RegExp): string | undefined {
	const [name] = level.exec(text) ?? [];
	if (!name || NO_STREET.test(name)) return name;
	return INSIDE_A_STREET.test(name) ? undefined : name;
}

const after = (text: string, start: string) => text.slice(start.length).trim();

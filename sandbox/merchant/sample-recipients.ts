import type { Recipient } from './mall-order';

/** Invented people at invented streets: a parcel to them arrives nowhere. */
export const SAMPLE_RECIPIENTS: readonly Recipient[] = [
	sample(1, ['上海市', '上海市', '浦东新区'], '示例路1号2单元301室', '200120'),
	sample(2, ['广东省', '深圳市', '南山区'], '样品街22号', '518000'),
	sample(3, ['内蒙古自治区', '呼和浩特市', '新城区'], '示例大街3号', '010050'),
	{
		...sample(4, ['Hong Kong', 'Hong Kong', 'Central'], 'Flat A, 1/F, 4 Sample Street', ''),
		name: 'Sample Buyer Four',
		country: 'HK',
	},
];

function sample(
	number: number,
	[province, city, district]: [string, string, string],
	street: string,
	postcode: string,
): Recipient {
	const name = `示例买家${number}`;
	// No operator in China has given out numbers that begin with 100.
	const phone = `1000000000${number}`;
	return { name, phone, country: 'CN', province, city, district, street, postcode };
}

import { asObject, tryParse, type JsonObject } from '../../core/json';
import { promotionsOf } from '../notification/notification';

/** The fields of an APIv2 message, all of them text. */
export type V2Fields = Record<string, string>;

/** The fields that are not empty, under their names in APIv3. */
export function renamed<K extends string>(fields: V2Fields, names: Record<K, string>) {
	const filled = Object.entries<string>(names).filter(([, name]) => fields[name]);
	return Object.fromEntries(filled.map(([to, name]) => [to, fields[name]])) as Partial<
		Record<K, string>
	>;
}

/** An amount, which XML has as text; undefined when it is empty or none. */
export const v2Amount = (value = ''): number | undefined =>
	/^\d{1,15}$/.test(value) ? Number(value) : undefined;

/**
 * The coupons of a payment of APIv2 as the list of APIv3: from `promotion_detail`, which is JSON text inside
 * the XML, or else from `coupon_id_0`, `coupon_fee_0`, … The merchant pays coupons of the type `NO_CASH`:
 * they are what `settlement_total_fee` is short of the total.
 */
export function readV2Coupons(fields: V2Fields): JsonObject[] {
	const json = tryParse(fields['promotion_detail'] ?? '');
	const detailed = promotionsOf(asObject(json)?.['promotion_detail'] ?? json);
	if (detailed && detailed.length > 0) return detailed;
	const coupons = listed(fields);
	const total = v2Amount(fields['total_fee']);
	const settled = v2Amount(fields['settlement_total_fee']);
	if (total === undefined || settled === undefined || settled >= total) return coupons;
	if (coupons.some(({ merchant_contribute: part }) => part)) return coupons;
	const amount = total - settled;
	return [...coupons, { coupon_id: '', type: 'NO_CASH', amount, merchant_contribute: amount }];
}

function listed(fields: V2Fields): JsonObject[] {
	const indexes = Object.keys(fields).flatMap(
		(name) => /^coupon_fee_(\d{1,3})$/.exec(name)?.[1] ?? [],
	);
	return indexes.flatMap((index) => {
		const amount = v2Amount(fields[`coupon_fee_${index}`]);
		if (amount === undefined) return [];
		const coupon_id = fields[`coupon_id_${index}`] ?? '';
		const type = renamed(fields, { type: `coupon_type_${index}` });
		const part = type.type === 'NO_CASH' ? { merchant_contribute: amount } : {};
		return [{ coupon_id, ...type, amount, ...part }];
	});
}

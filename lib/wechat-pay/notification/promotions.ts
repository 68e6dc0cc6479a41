import { asObject, type JsonObject } from '../../core/json';

/** Names of the item, and what APIv2 and cross-border accounts call the same. */
const NAMES: Record<string, string[]> = {
	coupon_id: ['promotion_id'],
	stock_id: ['activity_id'],
	merchant_contribute: ['merchant_contribute_amount'],
	wechatpay_contribute: [
		...['wechatpay_contribute_amount', 'wxpay_contribute_amount', 'wxpay_contribute'],
	],
	other_contribute: ['other_contribute_amount'],
};

/** The coupons of a payment under the names of a mainland merchant's APIv3; undefined when there is no list. */
export function promotionsOf(value: unknown): JsonObject[] | undefined {
	return Array.isArray(value) ? value.map((one) => promotion(asObject(one) ?? {})) : undefined;
}

function promotion(given: JsonObject): JsonObject {
	const named = { ...given };
	for (const [name, others] of Object.entries(NAMES)) {
		for (const other of others) {
			if (!(other in named)) continue;
			named[name] ??= named[other];
			delete named[other];
		}
	}
	const goods = named['goods_detail'];
	return Array.isArray(goods) ? { ...named, goods_detail: goods.map(good) } : named;
}

function good(value: unknown): unknown {
	const { price, ...given } = asObject(value) ?? {};
	return price === undefined ? value : { unit_price: price, ...given };
}

import { money, pricedUnits, toDecimal } from '../../core/money';
import { safeCode, safeLine } from '../../core/outside-text';
import type { DetailedLine } from '../../orders/model/order-details';
import type { ShopCommission, ShopLine, ShopOrder, ShopSource } from './shop-order';

/** A line of a payment item that was bought in a WeChat Shop. */
export interface ShopItemLine extends DetailedLine {
	unit_price_fen: number;
	unit_price: string;
	/** WeChat's id of the SKU. */
	sku_id: string;
}

/** Channels from here on are influencers and agencies, below it the shop's own accounts. */
const PROMOTER = 100;

/**
 * The lines of a shop order, at what the buyer paid for them. WeChat has totals of lines and no price of
 * a unit: a total that does not divide evenly becomes two lines, one fen apart, which add up to it. Free
 * gifts cost 0.
 */
export function shopLines({ order_detail: detail = {} }: ShopOrder): ShopItemLine[] {
	const { product_infos: lines = [], commission_infos = [], source_infos = [] } = detail;
	const seen = new Set<string>();
	return lines.flatMap((line) => {
		const skuId = String(line.sku_id ?? '');
		// A gift may be of the same SKU as its main product: the commission belongs to one line.
		const first = !seen.has(skuId) && !isGift(line);
		if (first) seen.add(skuId);
		return itemLines(line, {
			commission: first ? commissionOf(skuId, commission_infos) : 0,
			influencer: isGift(line) ? '' : influencerOf(skuId, commission_infos, source_infos),
		});
	});
}

export const isGift = ({ is_free_gift: gift }: ShopLine): boolean => gift === 1;

/** The merchant's own code where there is one: out_sku_id is reported empty in most shops. */
export const shopSku = ({ sku_code, out_sku_id, sku_id }: ShopLine): string =>
	safeCode(String(sku_code || out_sku_id || sku_id || ''));

function itemLines(
	line: ShopLine,
	{ commission, influencer }: { commission: number; influencer: string },
): ShopItemLine[] {
	const { sku_cnt: count = 0, sale_price: price = 0, real_price: paid = 0 } = line;
	const total = isGift(line) ? 0 : paid;
	const fields = {
		sku: shopSku(line),
		product_id: String(line.product_id ?? ''),
		sku_id: String(line.sku_id ?? ''),
		name: safeLine(String(line.title ?? '')),
		...(isGift(line) && { is_gift: true }),
	};
	const units = count > 0 ? pricedUnits(total, count) : [{ quantity: count, unit_price_fen: 0 }];
	return units.map((amounts, index) => {
		const off = price * amounts.quantity - amounts.unit_price_fen * amounts.quantity;
		return {
			...fields,
			...amounts,
			unit_price: toDecimal(money(amounts.unit_price_fen, 'CNY')),
			line_total_fen: amounts.quantity * amounts.unit_price_fen,
			...(off > 0 && { discount_fen: off }),
			...(influencer && { influencer }),
			...(index === 0 && commission > 0 && { commission_fen: commission }),
		};
	});
}

const commissionOf = (skuId: string, commissions: ShopCommission[]): number =>
	commissions
		.filter((one) => String(one.sku_id) === skuId)
		.reduce((sum, { amount = 0 }) => sum + amount, 0);

/** Whose post sold the line: by the attribution of the order, or else by who gets the commission. */
function influencerOf(skuId: string, commissions: ShopCommission[], sources: ShopSource[]): string {
	const source = sources.find(
		(one) => String(one.sku_id) === skuId && Number(one.sale_channel) >= PROMOTER,
	);
	const paid = commissions.find((one) => String(one.sku_id) === skuId && one.type !== 1);
	const name = source
		? (source.account_nickname ?? source.account_id)
		: (paid?.nickname ?? paid?.finder_id);
	return safeLine(String(name ?? ''), 200);
}

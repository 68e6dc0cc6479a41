import { toBeijingTime } from '../../core/beijing-time';
import { money, toDecimal } from '../../core/money';
import { safeCode, safeLine } from '../../core/outside-text';
import type { OrderDetails } from '../../orders/model/order-details';
import { shopLines, type ShopItemLine } from './shop-lines';
import type { ShopOrder, ShopPrices } from './shop-order';
import { shopRecipient } from './shop-recipient';
import { shopTradeState, type ShopTradeState } from './shop-status';
import { waitReason } from './wait-reason';

/** An order of a WeChat Shop in the form of a payment, as every node after it expects. */
export interface ShopPaymentItem extends OrderDetails {
	/** A shop order has no merchant number: WeChat collects the money. */
	mchid: '';
	/** AppID of the shop, the one that the OpenID belongs to. */
	appid: string;
	shop_appid: string;
	shop_order_id: string;
	/** Both are the number of the shop order. */
	out_trade_no: string;
	transaction_id: string;
	/** WeChat Pay's number; absent for pay later before the charge, lotteries and points. */
	wechat_transaction_id?: string;
	trade_type: 'WECHAT_SHOP';
	trade_state: ShopTradeState;
	/** WeChat's number of the order's status. */
	shop_status: number;
	success_time?: string;
	payer: { openid?: string; unionid?: string };
	amount: { total: number; currency: 'CNY' };
	/** What the buyer pays, postage included. */
	total_fen: number;
	total: string;
	/** What WeChat pays the merchant before fees. */
	merchant_receives_fen?: number;
	merchant_receives?: string;
	/** Of all influencers and agencies. */
	commission_fen: number;
	lines: ShopItemLine[];
	lines_source: 'shop';
	/** Why the goods must not be shipped yet although they are paid. */
	wait_reason?: string;
}

const MEDIA: Record<number, string | undefined> = {
	2: 'Live Stream',
	3: 'Short Video',
	4: 'Share',
	5: 'Shop Window',
	6: 'Article',
};

const text = (fen: number): string => toDecimal(money(fen, 'CNY'));

/** @param appid of the shop */
export function shopPaymentItem(order: ShopOrder, appid: string): ShopPaymentItem {
	const { pay_info: pay = {}, price_info: prices = {}, ...detail } = order.order_detail ?? {};
	const id = safeCode(String(order.order_id ?? ''));
	const status = Number(order.status ?? 0);
	const total = prices.order_price ?? 0;
	const lines = shopLines(order);
	const receives = prices.merchant_receieve_price;
	const recipient = shopRecipient(detail.delivery_info?.address_info);
	const remark = safeLine(String(detail.ext_info?.customer_notes ?? ''));
	const campaign = leadingInfluencer(lines);
	const wait = waitReason(order);
	return {
		mchid: '',
		appid,
		shop_appid: appid,
		shop_order_id: id,
		out_trade_no: id,
		transaction_id: id,
		...(pay.transaction_id && { wechat_transaction_id: safeCode(String(pay.transaction_id)) }),
		trade_type: 'WECHAT_SHOP',
		trade_state: shopTradeState(status, pay.pay_time),
		shop_status: status,
		...(pay.pay_time && { success_time: toBeijingTime(pay.pay_time * 1000) }),
		payer: {
			...(order.openid && { openid: order.openid }),
			...(order.unionid && { unionid: order.unionid }),
		},
		amount: { total, currency: 'CNY' },
		total_fen: total,
		total: text(total),
		...(receives !== undefined && {
			merchant_receives_fen: receives,
			merchant_receives: text(receives),
		}),
		commission_fen: lines.reduce((sum, { commission_fen: fen = 0 }) => sum + fen, 0),
		lines,
		lines_source: 'shop',
		...extraAmounts(prices, lines),
		...(recipient && { recipient }),
		...(remark && { remark }),
		...(order.is_present === true && { is_gift: true }),
		...(campaign && { campaign }),
		medium: MEDIA[Number(detail.ext_info?.order_scene)] ?? 'WeChat Shop',
		source: 'WeChat Shop',
		...(wait && { wait_reason: wait }),
	};
}

/**
 * Postage, and what WeChat took off beyond the lines. Where the lines and the postage are less than what
 * was paid nothing is added: the order then differs from the payment, and a person looks at it.
 */
function extraAmounts(prices: ShopPrices, lines: ShopItemLine[]): OrderDetails {
	const { is_change_freight: changed, change_freight, freight } = prices;
	const shipping = (changed === true ? change_freight : freight) ?? 0;
	const goods = lines.reduce((sum, { line_total_fen: fen = 0 }) => sum + fen, 0);
	const discount = goods + shipping - (prices.order_price ?? 0);
	return {
		...(shipping > 0 && { shipping_fen: shipping, shipping: text(shipping) }),
		...(discount > 0 && { discount_fen: discount, discount: text(discount) }),
	};
}

/** The influencer of the largest part of the order. */
function leadingInfluencer(lines: ShopItemLine[]): string | undefined {
	const totals = new Map<string, number>();
	for (const { influencer, line_total_fen: fen = 0 } of lines) {
		if (influencer) totals.set(influencer, (totals.get(influencer) ?? 0) + fen);
	}
	return [...totals].sort(([, one], [, other]) => other - one)[0]?.[0];
}

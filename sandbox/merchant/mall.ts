import { beijingTime } from '../core/beijing-time';
import { ALPHANUMERIC, DIGITS, randomText } from '../core/random';
import type { WeChat } from '../platform/wechat';
import { askToHold, type HoldAddress } from './ask-to-hold';
import type { MallBasket, MallHold, MallOrder } from './mall-order';

/** The merchant's own mall: its orders, with what its buyers entered. */
export interface Mall {
	/** Of the calls to its backend, at `/mall`: that of the credential Shop Backend API. */
	readonly secret: string;
	/** Places an unpaid order. @throws Error when the number is taken, or the amounts make no total */
	place(basket: MallBasket, out_trade_no?: string): MallOrder;
	/** Asks n8n to hold the stock of an order, and keeps the answer. */
	hold(order: MallOrder, at: HoldAddress): Promise<MallHold>;
	order(out_trade_no: string): MallOrder | undefined;
	/** The oldest first. */
	orders(): MallOrder[];
}

export function createMall(wechat: Pick<WeChat, 'mchid' | 'appid' | 'now' | 'random'>): Mall {
	const orders = new Map<string, MallOrder>();
	return {
		secret: `whsec_${wechat.random(32).toString('base64')}`,
		place(basket, given) {
			const order = makeOrder(basket, given, wechat);
			if (orders.has(order.out_trade_no)) throw new Error(`${order.out_trade_no} is already taken`);
			orders.set(order.out_trade_no, order);
			return order;
		},
		hold: async (order, at) => (order.hold = await askToHold(order, wechat, at)),
		order: (out_trade_no) => orders.get(out_trade_no),
		orders: () => [...orders.values()],
	};
}

function makeOrder(
	basket: MallBasket,
	given: string | undefined,
	{ now, random }: Pick<WeChat, 'now' | 'random'>,
): MallOrder {
	const day = beijingTime(now()).slice(0, 10).replaceAll('-', '');
	return {
		...basket,
		out_trade_no: given ?? `MALL${day}${randomText(random, 12, DIGITS)}`,
		openid: `o${randomText(random, 27, ALPHANUMERIC)}`,
		total_fen: totalOf(basket),
		created_at: new Date(now()).toISOString(),
	};
}

function totalOf({ lines, shipping_fen = 0, discount_fen = 0 }: MallBasket): number {
	const goods = lines.reduce((sum, line) => sum + line.quantity * line.unit_price_fen, 0);
	const total = goods + shipping_fen - discount_fen;
	if (!Number.isSafeInteger(total) || total < 1) {
		throw new Error('The lines make no total: quantities and prices are whole numbers');
	}
	return total;
}

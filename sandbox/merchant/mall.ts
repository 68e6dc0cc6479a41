import { beijingTime } from '../core/beijing-time';
import { DIGITS, randomText, type RandomSource } from '../core/random';
import type { MallBasket, MallOrder } from './mall-order';

/** The merchant's own mall: its orders, with what its buyers entered. */
export interface Mall {
	/** Places an unpaid order. @throws Error when the number is taken, or the amounts make no total */
	place(basket: MallBasket, out_trade_no?: string): MallOrder;
	order(out_trade_no: string): MallOrder | undefined;
	/** The oldest first. */
	orders(): MallOrder[];
}

export function createMall(now: () => number, random: RandomSource): Mall {
	const orders = new Map<string, MallOrder>();
	return {
		place(basket, given) {
			const day = beijingTime(now()).slice(0, 10).replaceAll('-', '');
			const out_trade_no = given ?? `MALL${day}${randomText(random, 12, DIGITS)}`;
			if (orders.has(out_trade_no)) throw new Error(`${out_trade_no} is already taken`);
			const created_at = new Date(now()).toISOString();
			const order = { ...basket, out_trade_no, total_fen: totalOf(basket), created_at };
			orders.set(out_trade_no, order);
			return order;
		},
		order: (out_trade_no) => orders.get(out_trade_no),
		orders: () => [...orders.values()],
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

import { beijingDate, readBeijingTime } from '../../core/beijing-time';
import { money, toDecimal } from '../../core/money';
import { safeCode, safeLine } from '../../core/outside-text';
import type { ShopAfterSale } from '../after-sales/after-sale-item';
import type { FundsFlow } from '../funds/funds-flows';
import { orderFunds, type OrderFlow } from '../funds/order-funds';
import type { ShopOrder } from '../orders/shop-order';

/** What a shop knows of a day, as far as a bill of it needs it. */
export interface ShopDay {
	appid: string;
	/** `yyyy-MM-dd` in Beijing. */
	date: string;
	/** Orders that may have been paid on the day. */
	orders: ShopOrder[];
	/** Numbers of other orders of the days before: an order may be recorded days after it was paid. */
	earlier: string[];
	afterSales: ShopAfterSale[];
	flows: FundsFlow[];
	/** What orders bring, by their number. */
	funds: ReadonlyMap<string, OrderFlow>;
}

const isOn = (date: string, seconds: number | undefined): boolean =>
	seconds !== undefined && seconds > 0 && beijingDate(seconds * 1000) === date;

/**
 * The rows of a day in the form of WeChat Pay's bill, so that Compare Bill compares them with Odoo: a payment for each
 * order that was paid, a refund for each after-sale that was paid back, and a `FLOW` for each movement of money.
 * `OTHER_DAY` names orders that the shop has and that are not of this day.
 */
export function shopBill({ appid, date, orders, earlier, afterSales, flows, funds }: ShopDay) {
	const shared = { mchid: appid, shop_appid: appid, currency: 'CNY' as const };
	const named = (id: unknown) => {
		const order = safeCode(String(id ?? ''));
		return { ...shared, shop_order_id: order, transaction_id: order, out_trade_no: order };
	};
	const isPaid = ({ order_detail: detail }: ShopOrder) => isOn(date, detail?.pay_info?.pay_time);
	const payments = orders.filter(isPaid).map(({ order_id, order_detail: detail }) => {
		const total = detail?.price_info?.order_price ?? 0;
		const amount = { total_fen: total, total: toDecimal(money(total, 'CNY')) };
		return { ...named(order_id), trade_state: 'SUCCESS' as const, ...amount };
	});
	const others = orders.filter((order) => !isPaid(order)).map(({ order_id }) => order_id);
	const known = new Set(orders.map(({ order_id }) => order_id));
	const otherDays = [...others, ...earlier.filter((id) => !known.has(id))].map((id) => ({
		...named(id),
		trade_state: 'OTHER_DAY' as const,
	}));
	const refunds = afterSales
		.filter(({ complete_time: done }) => isOn(date, done))
		.filter(({ status = '' }) => /^MERCHANT_(REFUND|RETURN)_SUCCESS$/.test(status))
		.map(({ order_id, after_sale_order_id, refund_info }) => {
			const id = safeCode(String(after_sale_order_id ?? ''));
			const fen = refund_info?.amount ?? 0;
			const refund = { refund_fen: fen, refund: toDecimal(money(fen, 'CNY')) };
			const numbers = { after_sale_id: id, refund_id: id, out_refund_no: id };
			const state = { trade_state: 'REFUND' as const, refund_status: 'SUCCESS' as const };
			return { ...named(order_id), ...numbers, ...refund, ...state };
		});
	const movements = flows.map((flow) => {
		const [related] = (flow.related_info_list ?? []).filter(({ order_id }) => order_id);
		const ofOrder = funds.get(String(related?.order_id ?? ''));
		const state = { trade_state: 'FLOW' as const, flow: flowOf(flow, related?.aftersale_id) };
		const settledAt = ofOrder?.mch_settle_time;
		const settled_on = settledAt ? beijingDate(settledAt * 1000) : '';
		const brings = ofOrder && { funds: { ...orderFunds(ofOrder), settled_on } };
		return { ...named(related?.order_id), ...state, ...brings };
	});
	return [...payments, ...refunds, ...movements, ...otherDays];
}

function flowOf(flow: FundsFlow, afterSale: string | undefined) {
	const fen = (flow.amount ?? 0) * (flow.flow_type === 2 ? -1 : 1);
	return {
		id: safeCode(String(flow.flow_id ?? '')),
		type: Number(flow.funds_type ?? 0),
		name: safeLine(String(flow.funds_type_desc ?? '')),
		fen,
		amount: toDecimal(money(fen, 'CNY')),
		time: readBeijingTime(String(flow.bookkeeping_time ?? '')) ?? '',
		...(afterSale && { after_sale_id: safeCode(afterSale) }),
	};
}

import { beijingTime } from '../../core/beijing-time';
import type { JsonObject } from '../../core/json';
import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import type { FundsFlow } from './funds-flow';
import type { ShopOrder } from './order';

const HOUR_MS = 3_600_000;

/** Flows of a day exist after 16:00 of the next one. Until then the end is yesterday's midnight. */
function visibleUntil(nowMs: number): number {
	const midnight = Date.parse(`${beijingTime(nowMs).slice(0, 10)}T00:00:00+08:00`);
	return nowMs - midnight >= 16 * HOUR_MS ? midnight : midnight - 24 * HOUR_MS;
}

/** Ids of the flows of a period, a page. */
export function listFlows({ body }: ServerApiCall, { serverApi: { shop }, now }: WeChat): object {
	const { page = 1, page_size: size = 10, start_time: start = 0, end_time: end = Infinity } = body;
	const until = Math.min(Number(end) * 1000, visibleUntil(now()));
	const matching = shop.flows.filter(({ atMs }) => atMs >= Number(start) * 1000 && atMs < until);
	const from = (Number(page) - 1) * Number(size);
	const some = matching.slice(from, from + Number(size));
	return {
		flow_ids: some.map(({ flow_id }) => flow_id),
		has_more: from + some.length < matching.length,
	};
}

export function getFlow({ body }: ServerApiCall, { serverApi: { shop } }: WeChat): object {
	const flow = shop.flows.find(({ flow_id }) => flow_id === body.flow_id);
	if (!flow) throw new ServerApiError(10021302);
	const { atMs, ...shown } = flow;
	return {
		funds_flow: { ...shown, bookkeeping_time: beijingTime(atMs).slice(0, 19).replace('T', ' ') },
	};
}

/** What each order brings: estimated before it is settled. */
export function listOrderFlow({ body }: ServerApiCall, { serverApi: { shop } }: WeChat): object {
	const { order_id, pagination_info: paging } = body;
	if (body.order_settle_state === undefined) throw new ServerApiError(40097);
	const { limit = 20, offset = 0 } = (paging ?? {}) as JsonObject;
	const paid = shop.orders.filter((order) => order.status !== 10 && order.status !== 250);
	const matching = paid.filter((order) => order_id === undefined || order.order_id === order_id);
	const some = matching.slice(Number(offset), Number(offset) + Number(limit));
	return {
		total_count: matching.length,
		page_ctx: '',
		data_list: some.map((order) => orderFlow(order, shop.flows)),
	};
}

function orderFlow(order: ShopOrder, flows: FundsFlow[]): object {
	const { price_info, pay_info, commission_infos, settle_info } = order.order_detail;
	const refunded = flows
		.filter(
			(flow) => flow.funds_type === 3 && flow.related_info_list[0]?.order_id === order.order_id,
		)
		.reduce((sum, { amount }) => sum + amount, 0);
	const settled = settle_info.settle_time !== undefined;
	const fee = settle_info.commission_fee ?? settle_info.predict_commission_fee;
	const commission = commission_infos.reduce((sum, { amount }) => sum + amount, 0);
	const received = price_info.merchant_receieve_price;
	return {
		order_id: order.order_id,
		order_state: order.status,
		order_settle_state: settled ? 60 : 1,
		order_create_time: order.create_time,
		order_paid_time: pay_info.pay_time,
		order_pay_method: pay_info.payment_method,
		mch_received_amount: received,
		expense_amount: fee + commission + refunded,
		mch_settle_amount: received - fee - commission - refunded,
		...(settled && { mch_settle_time: settle_info.settle_time }),
		product_total_amount: price_info.product_price,
		freight_amount: price_info.freight,
		mch_discount_amount: price_info.merchant_discounted_price,
		buyer_paid_amount: price_info.order_price,
		promoter_discount_amount: price_info.finder_discounted_price,
		platform_discount_amount: price_info.cash_coupon_discounted_price,
		buyer_refund_amount: refunded,
		platform_commission_amount: fee,
		promoter_commission_amount: commission,
	};
}

import { mapWithLimit } from '../../core/collections';
import type { HttpCallContext } from '../../core/http';
import type { OpenApiAccount } from '../../wechat-api/call';
import { getAfterSale, listAfterSales } from '../after-sales/after-sales';
import { listFundsFlows } from '../funds/funds-flows';
import { getOrderFlow, type OrderFlow } from '../funds/order-funds';
import { getShopOrder } from '../orders/get-order';
import { listShopOrders } from '../orders/list-orders';
import type { ShopDay } from './shop-bill';

const DAY_S = 24 * 3600;
const AT_ONCE = 5;
/** An unpaid order is cancelled long before. */
const PAID_WITHIN_DAYS = 1;
/** Longest window of WeChat's list. */
const EARLIER_DAYS = 6;

/**
 * Reads what a shop knows of a day.
 *
 * @param date `yyyy-MM-dd` in Beijing
 * @throws IntegrationError as `callWechatApi`
 */
export async function readShopDay(
	account: OpenApiAccount,
	date: string,
	context: HttpCallContext,
): Promise<ShopDay> {
	const start = Date.parse(`${date}T00:00:00+08:00`) / 1000;
	const end = start + DAY_S - 1;
	const ids = async (from: number) => {
		const filter = { by: 'create_time' as const, from, until: end };
		return await listShopOrders(account, filter, Infinity, context);
	};
	const near = await ids(start - PAID_WITHIN_DAYS * DAY_S);
	const orders = await mapWithLimit(near, AT_ONCE, async (id) => {
		return await getShopOrder(account, id, context);
	});
	const now = Math.floor(context.now() / 1000);
	const changed = { from: start, until: Math.max(end, now) };
	const afterSaleIds = await listAfterSales(account, changed, Infinity, context);
	const afterSales = await mapWithLimit(afterSaleIds, AT_ONCE, async (id) => {
		return await getAfterSale(account, id, context);
	});
	const flows = await listFundsFlows(account, { from: start, until: end + 1 }, context);
	const moved = new Set(
		flows.flatMap(({ related_info_list: related = [] }) =>
			related.flatMap(({ order_id }) => order_id || []),
		),
	);
	const funds = new Map<string, OrderFlow>();
	await mapWithLimit([...moved], AT_ONCE, async (id) => {
		const flow = await getOrderFlow(account, id, context);
		if (flow) funds.set(id, flow);
	});
	const earlier = await ids(start - EARLIER_DAYS * DAY_S);
	return { appid: account.appid, date, orders, earlier, afterSales, flows, funds };
}

import { isObject, type JsonObject } from '../../core/json';
import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import type { ShopOrder } from './order';
import { pageOf, readPage } from './page';

const WEEK_S = 7 * 24 * 3600;

/** Ids of the orders that were made or changed within a week. */
export function listOrders({ body }: ServerApiCall, { serverApi }: WeChat): object {
	const page = readPage(body, { size: 10, max: 100 });
	const created = readRange(body.create_time_range);
	const updated = readRange(body.update_time_range);
	if (!page || (!created && !updated)) throw new ServerApiError(40097);
	const matching = serverApi.shop.orders.filter(
		(order) =>
			isWithin(order.create_time, created) &&
			isWithin(order.update_time, updated) &&
			matches(order, body),
	);
	const { items, next_key, has_more } = pageOf(matching, page);
	return { order_id_list: items.map(({ order_id }) => order_id), next_key, has_more };
}

/** One order. */
export const getOrder = ({ body }: ServerApiCall, wechat: WeChat): object => ({
	order: apiOrder(body.order_id, wechat),
});

/** The order that a call names. @throws ServerApiError 100002 */
export function apiOrder(id: unknown, { serverApi: { shop } }: WeChat): ShopOrder {
	const order = shop.orders.find(({ order_id }) => order_id === id);
	if (!order) throw new ServerApiError(100002);
	return order;
}

type Range = { start: number; end: number };

/** Seconds. @throws ServerApiError 40097 for more than a week */
function readRange(range: unknown): Range | undefined {
	if (range === undefined) return undefined;
	const { start_time: start, end_time: end } = isObject(range) ? range : {};
	if (typeof start === 'number' && typeof end === 'number') {
		if (end >= start && end - start <= WEEK_S) return { start, end };
	}
	throw new ServerApiError(40097);
}

const isWithin = (time: number, range: Range | undefined): boolean =>
	!range || (time >= range.start && time <= range.end);

const matches = (order: ShopOrder, { status, openid }: JsonObject): boolean =>
	(status === undefined || order.status === status) &&
	(openid === undefined || order.openid === openid);

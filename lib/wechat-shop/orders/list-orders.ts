import type { HttpCallContext } from '../../core/http';
import { apiRefusal } from '../../wechat-api/answer';
import { askWechatApi, type OpenApiAccount } from '../../wechat-api/call';

/** Which orders. Times in seconds, both included. */
export interface OrderFilter {
	/** Whether the times are those of the last change or of the order. */
	by: 'update_time' | 'create_time';
	from: number;
	until: number;
	status?: number;
	openid?: string;
}

/** Longest window (WeChat, order/list/get). */
const WINDOW_S = 7 * 24 * 3600;
const PAGE = 100;
/** Too many orders in the window. */
const TOO_MANY = 31042;

type Window = Pick<OrderFilter, 'from' | 'until'>;

/** Windows of at most 7 days that cover a time, the earliest first; neighbours share no second. */
export function windowsOf({ from, until }: Window): Window[] {
	const windows: Window[] = [];
	for (let start = from; start <= until; start += WINDOW_S + 1) {
		windows.push({ from: start, until: Math.min(until, start + WINDOW_S) });
	}
	return windows;
}

/**
 * Ids of orders, each once. WeChat lists ids alone. A window with too many orders is read by halves.
 *
 * @param most stops after this many
 * @throws IntegrationError as `askWechatApi`
 */
export async function listShopOrders(
	account: OpenApiAccount,
	filter: OrderFilter,
	most: number,
	context: HttpCallContext,
): Promise<string[]> {
	const ids = new Set<string>();
	const windows = windowsOf(filter);
	for (let window = windows.shift(); window && ids.size < most; window = windows.shift()) {
		const complete = await readWindow(account, { ...filter, ...window }, ids, most, context);
		if (complete) continue;
		const middle = Math.floor((window.from + window.until) / 2);
		windows.unshift(
			{ from: window.from, until: middle },
			{ from: middle + 1, until: window.until },
		);
	}
	return [...ids].slice(0, most);
}

/** Adds the ids of a window. @returns false where WeChat finds too many */
async function readWindow(
	account: OpenApiAccount,
	{ by, from, until, status, openid }: OrderFilter,
	ids: Set<string>,
	most: number,
	context: HttpCallContext,
): Promise<boolean> {
	const fixed = {
		[`${by}_range`]: { start_time: from, end_time: until },
		...(status === undefined ? {} : { status }),
		...(openid ? { openid } : {}),
		page_size: PAGE,
	};
	for (let next = ''; ids.size < most; ) {
		const body = { ...fixed, ...(next && { next_key: next }) };
		const call = { path: '/channels/ec/order/list/get', body, repeatable: true };
		const answer = await askWechatApi(account, call, context);
		if (answer.errcode === TOO_MANY && from < until) return false;
		if (answer.errcode !== 0) throw apiRefusal(answer);
		const { order_id_list: found, has_more: more, next_key: key } = answer.body;
		for (const id of Array.isArray(found) ? found : []) ids.add(String(id));
		if (more !== true || !key || key === next) return true;
		next = String(key);
	}
	return true;
}

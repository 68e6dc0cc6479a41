import type { HttpCallContext } from '../../core/http';
import { callWechatApi, type OpenApiAccount } from '../../wechat-api/call';
import type { ShopOrder } from './shop-order';

/**
 * One order.
 *
 * @throws IntegrationError `WECHAT_API_REFUSED` (errcode 100002: there is no such order, or not yet)
 */
export async function getShopOrder(
	account: OpenApiAccount,
	orderId: string,
	context: HttpCallContext,
): Promise<ShopOrder> {
	const call = { path: '/channels/ec/order/get', body: { order_id: orderId }, repeatable: true };
	const { order } = await callWechatApi(account, call, context);
	return (order ?? {}) as ShopOrder;
}

import type { HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import { callWechatPay } from './call';
import { orderTarget, type OrderKey } from './endpoints';
import type { JsonObject } from '../../core/json';

/**
 * What WeChat Pay knows of an order, in its own fields, proved by its signature.
 *
 * @throws IntegrationError `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function queryOrder(
	account: WechatPayAccount,
	key: OrderKey,
	context: HttpCallContext,
): Promise<JsonObject> {
	const target = orderTarget(account, key);
	return await callWechatPay(account, { method: 'GET', target }, context);
}

import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import type { WechatPayAccount } from '../keys/account';
import { callUntilAnswered, callWechatPay, proved } from './call';
import { closeTarget, orderTarget, ownerOf, type OfMerchant, type OrderKey } from './endpoints';
import { refusalCode, refusalError } from './refusal';

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

/**
 * Closes an unpaid order, so that it cannot be paid any more. An order that is closed already is no error.
 *
 * @throws IntegrationError `WECHAT_REFUSED` (`ORDER_PAID` and others), `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function closeOrder(
	account: WechatPayAccount,
	order: { out_trade_no: string } & OfMerchant,
	context: HttpCallContext,
): Promise<void> {
	const call = {
		method: 'POST' as const,
		target: closeTarget(account, order),
		body: JSON.stringify(ownerOf(account, order)),
	};
	const answer = await callUntilAnswered(account, call, context);
	if (answer.status < 300) return;
	if (refusalCode(answer) !== 'ORDER_CLOSED') throw refusalError(answer);
	proved(answer);
}

import type { HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import { callWechatPay } from '../api/call';
import { refundTarget } from '../api/endpoints';
import type { JsonObject } from '../../core/json';

/**
 * How a refund stands, in WeChat's own fields, proved by its signature.
 *
 * @throws IntegrationError `WECHAT_REFUSED` (`RESOURCE_NOT_EXISTS`: there is none), `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function queryRefund(
	account: WechatPayAccount,
	out_refund_no: string,
	context: HttpCallContext,
): Promise<JsonObject> {
	const target = refundTarget(account, out_refund_no);
	return await callWechatPay(account, { method: 'GET', target }, context);
}

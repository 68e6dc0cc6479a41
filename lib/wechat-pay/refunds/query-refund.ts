import type { WechatPayAccount } from '../account';
import { callWechatPay } from '../call';
import type { CallSurroundings } from '../client';
import { refundTarget } from '../endpoints';
import type { JsonObject } from '../notification';

/**
 * How a refund stands, in WeChat's own fields, proved by its signature.
 *
 * @throws IntegrationError `WECHAT_REFUSED` (`RESOURCE_NOT_EXISTS`: there is none), `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function queryRefund(
	account: WechatPayAccount,
	out_refund_no: string,
	surroundings: CallSurroundings,
): Promise<JsonObject> {
	const target = refundTarget(account, out_refund_no);
	return await callWechatPay(account, { method: 'GET', target }, surroundings);
}

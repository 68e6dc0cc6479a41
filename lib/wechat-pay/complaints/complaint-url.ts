import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import { callUntilAnswered, callWechatPay } from '../api/call';
import { refusalCode } from '../api/refusal';
import type { WechatPayAccount } from '../keys/account';
import { complaintUrlTarget } from './complaint-targets';

/**
 * Registers the address that WeChat Pay sends notifications of complaints to; a merchant has one. The order's
 * `notify_url` has nothing to do with it.
 *
 * @param url https, up to 255 characters
 * @returns `mchid` and `url` as WeChat Pay has them
 * @throws IntegrationError `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function setComplaintUrl(
	account: WechatPayAccount,
	url: string,
	context: HttpCallContext,
): Promise<JsonObject> {
	const target = complaintUrlTarget(account);
	const known = await callUntilAnswered(account, { method: 'GET', target }, context);
	if (known.status < 300 && known.body['url'] === url) return known.body;
	const isNew = known.status >= 300 && refusalCode(known) === 'RESOURCE_NOT_EXISTS';
	const method = isNew ? ('POST' as const) : ('PUT' as const);
	return await callWechatPay(account, { method, target, body: JSON.stringify({ url }) }, context);
}

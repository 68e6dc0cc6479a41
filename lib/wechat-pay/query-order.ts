import type { WechatPayAccount } from './account';
import { getSigned, type Surroundings } from './client';
import { orderTarget, type OrderKey } from './endpoints';
import type { JsonObject } from './notification';
import { refusalError } from './refusal';

/**
 * What WeChat Pay knows of an order, in its own fields, proved by its signature.
 *
 * @throws IntegrationError `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function queryOrder(
	account: WechatPayAccount,
	key: OrderKey,
	surroundings: Surroundings,
): Promise<JsonObject> {
	const answer = await getSigned(account, orderTarget(account, key), surroundings);
	if (answer.status !== 200) throw refusalError(answer);
	return answer.body;
}

import type { HttpCallContext } from '../../core/http';
import type { WechatPayAccount } from '../keys/account';
import { callUntilAnswered, proved } from './call';
import { closeTarget } from './endpoints';
import { refusalCode, refusalError } from './refusal';

/**
 * Closes an order that nobody has paid, so that nobody can any more. One that is closed already is fine.
 *
 * @throws IntegrationError `WECHAT_REFUSED` (`ORDER_PAID` and others), `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function closeOrder(
	account: WechatPayAccount,
	out_trade_no: string,
	context: HttpCallContext,
): Promise<void> {
	const call = {
		method: 'POST' as const,
		target: closeTarget(account, out_trade_no),
		body: JSON.stringify({ mchid: account.mchid }),
	};
	const answer = await callUntilAnswered(account, call, context);
	if (answer.status < 300) return;
	if (refusalCode(answer) !== 'ORDER_CLOSED') throw refusalError(answer);
	proved(answer);
}

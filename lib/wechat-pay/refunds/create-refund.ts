import type { HttpCallContext } from '../../core/http';
import { IntegrationError } from '../../core/errors';
import type { WechatPayAccount } from '../keys/account';
import { callUntilAnswered } from '../api/call';
import { sendSigned } from '../api/client';
import type { WechatPayAnswer } from '../api/client';
import { refundsTarget, refundTarget, type OrderKey } from '../api/endpoints';
import { REFUNDS } from '../keys/merchant-platform';
import { asObject, type JsonObject } from '../../core/json';
import { queryOrder } from '../api/query-order';
import { refusalError } from '../api/refusal';
import { refundableOrder, refundAmount, refundBody, type RefundOrder } from './refund-request';

/**
 * Asks WeChat Pay for a refund, once however often it is called with the same `out_refund_no`: after an answer
 * that leaves it open what happened (none, 429, 5xx), the refund is looked up by that number, taken when it is
 * there, and asked for again with the same words when it is not.
 *
 * @returns the refund in WeChat's own fields; accepted, not necessarily paid out: read its `status`
 * @throws IntegrationError `WECHAT_REFUND_UNCERTAIN` when it stays open, `WECHAT_REFUND_NUMBER_TAKEN`,
 * `WECHAT_ORDER_NOT_REFUNDABLE`, `WECHAT_REFUND_AMOUNT_INVALID`, `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function createRefund(
	account: WechatPayAccount,
	key: OrderKey,
	asked: RefundOrder,
	context: HttpCallContext,
): Promise<JsonObject> {
	const order = refundableOrder(await queryOrder(account, key, context));
	const body = refundBody(order, asked, account);
	const lookUp = async (host: WechatPayAccount): Promise<WechatPayAnswer | undefined> => {
		const target = refundTarget(host, asked.out_refund_no);
		const found = await sendSigned(host, { method: 'GET', target }, context);
		if (found.status === 200) return found;
		// "There is none" is no proof that none is on its way: asking again with the same number is safe.
		if (found.status === 404) return undefined;
		throw refusalError(found);
	};
	const call = { method: 'POST' as const, target: refundsTarget(account), body };
	const answer = await callUntilAnswered(account, call, context, lookUp).catch((error: unknown) => {
		throw uncertain(error);
	});
	if (answer.status >= 300) throw refusalError(answer);
	checkSame(answer.body, order.transaction_id, refundAmount(order, asked));
	return answer.body;
}

/** The number may belong to a refund made long ago: of another order, or of another amount. */
function checkSame(refund: JsonObject, transaction_id: string, amount: number): void {
	const theirs = asObject(refund['amount'])?.['refund'];
	if (refund['transaction_id'] === transaction_id && theirs === amount) return;
	throw new IntegrationError({
		code: 'WECHAT_REFUND_NUMBER_TAKEN',
		message: 'Another refund has this refund number already; nothing was refunded now.',
		likelyCause: 'The refund number is not one of its own for each refund.',
		nextStep: `Query the refund by its number, or at ${REFUNDS}, and give this one a number made of the order number and a count.`,
	});
}

function uncertain(error: unknown): unknown {
	const open = error instanceof IntegrationError && error.ambiguous;
	if (!open) return error;
	return new IntegrationError({
		code: 'WECHAT_REFUND_UNCERTAIN',
		message: `It is not known whether the refund was accepted. ${error.message}`,
		likelyCause: error.likelyCause,
		nextStep: `Run the step again with the same refund number and amount: WeChat Pay makes one refund of it. Never take a new number for it. What it has made stands at ${REFUNDS}.`,
		retryable: true,
		ambiguous: true,
	});
}

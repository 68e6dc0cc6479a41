import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { asObject, type JsonObject } from '../../core/json';
import { callUntilAnswered, callWechatPay } from '../api/call';
import { sendSigned, type WechatPayAnswer } from '../api/client';
import {
	refundsTarget,
	refundTarget,
	type OfMerchant,
	type OrderKey,
	type RefundKey,
} from '../api/endpoints';
import { queryOrder } from '../api/orders';
import { refusalCode, refusalError } from '../api/refusal';
import type { WechatPayAccount } from '../keys/account';
import { isCrossBorder } from '../keys/region';
import { REFUNDS } from '../merchant-platform';
import { leftToRefund, listRefunds } from './list-refunds';
import { notFunded, nothingLeft, uncertain } from './refund-errors';
import {
	refundableOrder,
	refundAmount,
	refundBody,
	type RefundableOrder,
	type RefundOrder,
} from './refund-request';

/**
 * Asks WeChat Pay for a refund, once however often it is called with the same `out_refund_no`: after an answer
 * that leaves it open what happened (none, 429, 5xx), the refund is looked up by that number, taken when it is
 * there, and asked for again with the same words when it is not.
 *
 * @returns the refund in WeChat's own fields; accepted, not necessarily paid out: read its `status`
 * @throws IntegrationError `WECHAT_REFUND_NOT_FUNDED` when it has to wait for money, `WECHAT_REFUND_UNCERTAIN` when it stays open, `WECHAT_REFUNDS_NOT_LISTED`, `WECHAT_REFUND_NUMBER_TAKEN`,
 * `WECHAT_ORDER_NOT_REFUNDABLE`, `WECHAT_REFUND_AMOUNT_INVALID`, `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function createRefund(
	account: WechatPayAccount,
	key: OrderKey,
	asked: RefundOrder,
	context: HttpCallContext,
): Promise<JsonObject> {
	const order = refundableOrder(await queryOrder(account, key, context));
	const { sub_mchid } = key;
	const number = { out_refund_no: asked.out_refund_no, sub_mchid };
	const answer =
		asked.refund === undefined && order.refunded
			? await refundRest(account, order, asked, number, context)
			: await send(account, order, asked, number, context);
	return { ...named(account, key), ...answer };
}

/** What is left of an order. The same number once more is the refund that it made. */
async function refundRest(
	account: WechatPayAccount,
	order: RefundableOrder,
	asked: RefundOrder,
	number: RefundKey,
	context: HttpCallContext,
): Promise<JsonObject> {
	const known = await findRefund(account, number, context);
	if (known) {
		checkSame(known.body, order.transaction_id);
		return known.body;
	}
	const left = leftToRefund(order, await listRefunds(account, order, number, context));
	if (left <= 0) throw nothingLeft();
	return await send(account, order, { ...asked, refund: left }, number, context);
}

async function send(
	account: WechatPayAccount,
	order: RefundableOrder,
	asked: RefundOrder,
	number: RefundKey,
	context: HttpCallContext,
): Promise<JsonObject> {
	const body = refundBody(order, asked, account, number);
	const call = { method: 'POST' as const, target: refundsTarget(account), body };
	const lookUp = async (host: WechatPayAccount) => await findRefund(host, number, context);
	const answer = await callUntilAnswered(account, call, context, lookUp).catch((error: unknown) => {
		throw uncertain(error);
	});
	if (refusalCode(answer) === 'NOT_ENOUGH') throw notFunded(isCrossBorder(account));
	if (answer.status >= 300) throw refusalError(answer);
	checkSame(answer.body, order.transaction_id, refundAmount(order, asked));
	return answer.body;
}

/** A refund by its number. "There is none" is no proof that none is on its way: asking again with the same number is safe. */
export async function findRefund(
	account: WechatPayAccount,
	key: RefundKey,
	context: HttpCallContext,
): Promise<WechatPayAnswer | undefined> {
	const target = refundTarget(account, key);
	const found = await sendSigned(account, { method: 'GET', target }, context);
	if (found.status === 200) return found;
	if (found.status === 404) return undefined;
	throw refusalError(found);
}

/** The number may belong to a refund made long ago: of another order, or of another amount. */
function checkSame(refund: JsonObject, transaction_id: string, amount?: number): void {
	const theirs = asObject(refund['amount'])?.['refund'];
	const same = amount === undefined || theirs === amount;
	if (refund['transaction_id'] === transaction_id && same) return;
	throw new IntegrationError({
		code: 'WECHAT_REFUND_NUMBER_TAKEN',
		message: 'Another refund has this refund number already; nothing was refunded now.',
		likelyCause: 'The refund number was used for two refunds.',
		nextStep: `Query the refund by its number, or at ${REFUNDS}, and give this one a number made of the order number and a count.`,
	});
}

/**
 * The status of a refund in WeChat's own fields, verified by its signature.
 *
 * @throws IntegrationError `WECHAT_REFUSED` (`RESOURCE_NOT_EXISTS`: there is none), `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function queryRefund(
	account: WechatPayAccount,
	key: RefundKey,
	context: HttpCallContext,
): Promise<JsonObject> {
	const target = refundTarget(account, key);
	return {
		...named(account, key),
		...(await callWechatPay(account, { method: 'GET', target }, context)),
	};
}

/** WeChat's answers do not say whose refund it is, which Odoo's keys need. */
const named = ({ mchid }: WechatPayAccount, { sub_mchid }: OfMerchant): JsonObject => ({
	mchid,
	...(sub_mchid && { sp_mchid: mchid, sub_mchid }),
});

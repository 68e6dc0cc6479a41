import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { asObject, type JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';
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
import { refusalError } from '../api/refusal';
import type { WechatPayAccount } from '../keys/account';
import { REFUNDS } from '../merchant-platform';
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
	const { out_refund_no } = asked;
	const { sub_mchid } = key;
	const body = refundBody(order, asked, account, { sub_mchid });
	const lookUp = async (host: WechatPayAccount): Promise<WechatPayAnswer | undefined> => {
		const target = refundTarget(host, { out_refund_no, sub_mchid });
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
	return { ...named(account, key), ...answer.body };
}

/** The number may belong to a refund made long ago: of another order, or of another amount. */
function checkSame(refund: JsonObject, transaction_id: string, amount: number): void {
	const theirs = asObject(refund['amount'])?.['refund'];
	if (refund['transaction_id'] === transaction_id && theirs === amount) return;
	throw new IntegrationError({
		code: 'WECHAT_REFUND_NUMBER_TAKEN',
		message: 'Another refund has this refund number already; nothing was refunded now.',
		likelyCause: 'The refund number was used for two refunds.',
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

/**
 * A refund in WeChat's own fields, and beside them those that the trigger's refund items have: its number as
 * `refund_id` (cross-border answers call it `id`), its state as `refund_status`, what is given back in the
 * smallest unit and as decimal text. No `total_fen`: nothing that records payments takes it for one.
 */
export function refundItem(refund: JsonObject): JsonObject {
	const { id, ...fields } = refund;
	const amount = asObject(refund['amount']) ?? {};
	const currency = typeof amount['currency'] === 'string' ? amount['currency'] : 'CNY';
	const given = amount['refund'];
	return {
		...(id === undefined ? {} : { refund_id: id }),
		...fields,
		refund_status: refund['status'],
		...(typeof given === 'number' && Number.isSafeInteger(given)
			? { refund_fen: given, refund: toDecimal(money(given, currency)) }
			: {}),
	};
}

import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import { callUntilAnswered, callWechatPay } from '../api/call';
import { sendSigned, type WechatPayAnswer } from '../api/client';
import { withQuery } from '../api/endpoints';
import { refusalError } from '../api/refusal';
import type { WechatPayAccount } from '../keys/account';
import { requireSide } from '../keys/region';
import type { Share } from './plan-shares';

const FOLDER = '/v3/profitsharing';

export interface ShareNumber {
	transaction_id: string;
	/** The merchant's number of the request: the same number is the same request. */
	out_order_no: string;
}

export interface ShareOrder extends ShareNumber {
	appid: string;
	receivers: Share[];
	/** Whether what is left goes to the merchant at once: nothing more can be shared then. */
	unfreeze_unsplit: boolean;
}

/**
 * Shares the money of a payment. The same number with the same receivers is one request, and after a lost answer it
 * is looked up before it is sent again.
 *
 * @returns WeChat's fields; `state` is usually `PROCESSING`, so query it
 * @throws IntegrationError `WECHAT_REGION_WRONG`, `WECHAT_SHARE_NUMBER_TAKEN`, `WECHAT_REFUSED`,
 * `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function createShare(
	account: WechatPayAccount,
	order: ShareOrder,
	context: HttpCallContext,
): Promise<JsonObject> {
	const answer = await post(account, `${FOLDER}/orders`, { ...order }, context, async (host) =>
		findShare(host, order, context),
	);
	checkSame(answer, order);
	return answer;
}

/**
 * Gives what is left of a payment to the merchant: nothing more can be shared.
 *
 * @throws IntegrationError as `createShare`
 */
export async function unfreezeRest(
	account: WechatPayAccount,
	order: ShareNumber & { description: string },
	context: HttpCallContext,
): Promise<JsonObject> {
	return await post(account, `${FOLDER}/orders/unfreeze`, { ...order }, context, async (host) =>
		findShare(host, order, context),
	);
}

/**
 * How far a request is, with the result of each receiver.
 *
 * @throws IntegrationError as `createShare`
 */
export async function queryShare(
	account: WechatPayAccount,
	{ transaction_id, out_order_no }: ShareNumber,
	context: HttpCallContext,
): Promise<JsonObject> {
	requireSide(account, 'mainland');
	const path = `${FOLDER}/orders/${encodeURIComponent(out_order_no)}`;
	const target = withQuery(path, { transaction_id });
	return await callWechatPay(account, { method: 'GET', target }, context);
}

/** Takes back a share of a merchant. What a person got cannot be called back. Amount in fen. */
export interface ShareReturn {
	out_order_no: string;
	/** The merchant's number of the return: the same number is the same return. */
	out_return_no: string;
	return_mchid: string;
	amount: number;
	description: string;
}

/** @throws IntegrationError as `createShare` */
export async function createShareReturn(
	account: WechatPayAccount,
	asked: ShareReturn,
	context: HttpCallContext,
): Promise<JsonObject> {
	return await post(account, `${FOLDER}/return-orders`, { ...asked }, context);
}

/** @throws IntegrationError as `createShare` */
export async function queryShareReturn(
	account: WechatPayAccount,
	{ out_order_no, out_return_no }: Pick<ShareReturn, 'out_order_no' | 'out_return_no'>,
	context: HttpCallContext,
): Promise<JsonObject> {
	requireSide(account, 'mainland');
	const path = `${FOLDER}/return-orders/${encodeURIComponent(out_return_no)}`;
	const target = withQuery(path, { out_order_no });
	return await callWechatPay(account, { method: 'GET', target }, context);
}

async function post(
	account: WechatPayAccount,
	target: string,
	fields: JsonObject,
	context: HttpCallContext,
	lookUp?: (account: WechatPayAccount) => Promise<WechatPayAnswer | undefined>,
): Promise<JsonObject> {
	requireSide(account, 'mainland');
	const call = { method: 'POST' as const, target, body: JSON.stringify(fields) };
	const answer = await callUntilAnswered(account, call, context, lookUp);
	if (answer.status >= 300) throw refusalError(answer);
	return answer.body;
}

async function findShare(
	account: WechatPayAccount,
	{ transaction_id, out_order_no }: ShareNumber,
	context: HttpCallContext,
): Promise<WechatPayAnswer | undefined> {
	const path = `${FOLDER}/orders/${encodeURIComponent(out_order_no)}`;
	const target = withQuery(path, { transaction_id });
	const found = await sendSigned(account, { method: 'GET', target }, context);
	return found.status === 200 ? found : undefined;
}

function checkSame({ receivers, transaction_id }: JsonObject, order: ShareOrder): void {
	const listed = Array.isArray(receivers) ? (receivers as JsonObject[]) : [];
	const has = ({ account, amount }: Share) =>
		listed.some((one) => one['account'] === account && one['amount'] === amount);
	if (transaction_id === order.transaction_id && order.receivers.every(has)) return;
	throw new IntegrationError({
		code: 'WECHAT_SHARE_NUMBER_TAKEN',
		message: 'Another request has this number already; nothing was shared now.',
		likelyCause: 'The number was used for two requests, or the rates have changed since.',
		nextStep:
			'Query the request by its number, and give this one a number of its order and a count.',
	});
}

import type { JsonObject } from '../core/json';
import { DIGITS, randomText } from '../core/random';
import { openOaep } from '../keys/open-field';
import { keyWithId } from '../keys/platform-signature';
import type { WeChat } from '../platform/wechat';
import { receiverKey, type SharedOrder, type SharedPart } from '../profit-sharing/sharing-book';
import type { App, Call } from '../server/app';
import { WeChatError } from './errors';
import { jsonBody } from './request';

const FOLDER = '/v3/profitsharing';
/** Share of an order in percent that may be shared. */
const LIMIT = 30;

/** Profit sharing of domestic merchants: nothing is finished before it is asked about. */
export function addProfitSharing(api: App, wechat: WeChat): void {
	const { sharing } = wechat;
	api.post(`${FOLDER}/receivers/add`, async (call) => {
		const { type, account, name, relation_type } = await jsonBody(call);
		const opened = name === undefined ? '' : openName(name, call, wechat);
		if (type === 'MERCHANT_ID' && !opened) throw refuse('PARAM_ERROR', '商户全称不能为空');
		const receiver = { type: String(type), account: String(account), name: opened };
		sharing.receivers.set(receiverKey(type, account), receiver);
		return call.json({ type, account, name, relation_type });
	});
	api.post(`${FOLDER}/receivers/delete`, async (call) => {
		const { type, account } = await jsonBody(call);
		sharing.receivers.delete(receiverKey(type, account));
		return call.json({ type, account });
	});
	api.post(`${FOLDER}/orders`, async (call) => call.json(share(await jsonBody(call), wechat)));
	api.post(`${FOLDER}/orders/unfreeze`, async (call) => {
		const body = await jsonBody(call);
		return call.json(share({ ...body, receivers: [], unfreeze_unsplit: true }, wechat));
	});
	api.get(`${FOLDER}/orders/:number`, (call) => {
		const order = sharing
			.of(call.req.query('transaction_id') ?? '')
			.find(({ out_order_no }) => out_order_no === call.req.param('number'));
		if (!order) throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '分账单不存在');
		finish(order, wechat);
		return call.json(order);
	});
	api.post(`${FOLDER}/return-orders`, async (call) =>
		call.json(takeBack(await jsonBody(call), wechat)),
	);
	api.get(`${FOLDER}/return-orders/:number`, (call) => {
		const number = call.req.param('number');
		const found = sharing.returns.find(({ out_return_no }) => out_return_no === number);
		if (!found) throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '回退单不存在');
		if (found.result === 'PROCESSING') found.result = 'SUCCESS';
		return call.json(found);
	});
}

const refuse = (code: string, message: string) => new WeChatError(400, code, message);

function openName(name: unknown, call: Call, wechat: WeChat): string {
	const key = keyWithId(wechat, call.req.header('wechatpay-serial') ?? '');
	if (!key) throw refuse('PARAM_ERROR', 'Wechatpay-Serial不正确');
	try {
		return openOaep(key.privateKey, String(name));
	} catch {
		throw refuse('PARAM_ERROR', '敏感信息解密失败');
	}
}

function share(body: JsonObject, { payments, sharing, random }: WeChat): SharedOrder {
	const [transaction_id, out_order_no] = [String(body.transaction_id), String(body.out_order_no)];
	const payment = payments.withTransactionId(transaction_id);
	if (!payment) throw refuse('RESOURCE_NOT_EXISTS', '订单不存在');
	const asked = (Array.isArray(body.receivers) ? body.receivers : []) as SharedPart[];
	const known = sharing.of(transaction_id).find((order) => order.out_order_no === out_order_no);
	const amounts = (parts: SharedPart[]) =>
		JSON.stringify(parts.map((one) => [one.account, one.amount]));
	if (known) {
		if (amounts(known.receivers) === amounts(asked)) return known;
		throw refuse('INVALID_REQUEST', '分账参数与首次请求不一致');
	}
	if (sharing.of(transaction_id).some(({ unfrozen }) => unfrozen)) {
		throw refuse('RULE_LIMIT', '订单已解冻，不能分账');
	}
	for (const { type, account } of asked) {
		if (!sharing.receivers.has(receiverKey(type, account))) {
			throw refuse('INVALID_REQUEST', '分账接收方未添加');
		}
	}
	const sum = asked.reduce((all, { amount }) => all + amount, sharing.sharedOf(transaction_id));
	if (sum * 100 > payment.amount.total * LIMIT) {
		throw refuse('NOT_ENOUGH', '分账金额超过最大分账比例');
	}
	const order: SharedOrder = {
		transaction_id,
		out_order_no,
		order_id: `3008${randomText(random, 24, DIGITS)}`,
		state: 'PROCESSING',
		receivers: asked.map((one) => ({ ...one, result: 'PENDING' })),
		unfrozen: body.unfreeze_unsplit === true,
	};
	sharing.orders.push(order);
	return { ...order };
}

function finish(order: SharedOrder, { sharing }: WeChat): void {
	order.state = 'FINISHED';
	for (const part of order.receivers) {
		if (part.result !== 'PENDING') continue;
		const isThere = sharing.receivers.has(receiverKey(part.type, part.account));
		part.result = isThere ? 'SUCCESS' : 'CLOSED';
		if (!isThere) part.fail_reason = 'NO_RELATION';
	}
}

function takeBack(body: JsonObject, { sharing, random }: WeChat): object {
	const out_return_no = String(body.out_return_no);
	const known = sharing.returns.find((one) => one.out_return_no === out_return_no);
	if (known) return known;
	const order = sharing.orders.find(({ out_order_no }) => out_order_no === body.out_order_no);
	const part = order?.receivers.find(({ account }) => account === body.return_mchid);
	if (part?.type !== 'MERCHANT_ID') throw refuse('INVALID_REQUEST', '只能从商户回退');
	const before = sharing.returns
		.filter((one) => one.out_order_no === body.out_order_no)
		.reduce((sum, { amount }) => sum + amount, 0);
	if (before + Number(body.amount) > part.amount)
		throw refuse('NOT_ENOUGH', '回退金额超过分账金额');
	const made = {
		out_order_no: String(body.out_order_no),
		out_return_no,
		return_id: `3009${randomText(random, 24, DIGITS)}`,
		return_mchid: part.account,
		amount: Number(body.amount),
		result: 'PROCESSING' as const,
	};
	sharing.returns.push(made);
	return made;
}

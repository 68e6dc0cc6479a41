import { fundSource, globalRefundAmount } from '../notifications/refunded';
import type { Payment } from '../payments/payment';
import type { WeChat } from '../platform/wechat';
import type { Refund } from '../refunds/refund';
import type { App, Call } from '../server/app';
import { askedRefund } from './refund-request';
import { makeAskedRefund, foundRefund, noSuchRefund } from './refunds';
import { bodyOwner, checkOwner, jsonBody, queryOwner } from './request';

/** Refunds of cross-border payments, in both families of paths. */
export function addGlobalRefunds(api: App, wechat: WeChat): void {
	const { payments, refunds } = wechat;
	const answerQuery = (
		call: Call,
		sub: string | undefined,
		found: Refund | undefined,
	): Response => {
		const refund = foundRefund(found?.sub_mchid === sub ? found : undefined);
		return call.json(asGlobal(refund, payments.withTransactionId(refund.transaction_id)));
	};
	for (const family of ['/v3/global', '/hk/v3']) {
		api.post(`${family}/refunds`, async (call: Call) => {
			const body = await jsonBody(call);
			const sub = checkOwner(bodyOwner(body), wechat, 'body');
			const { refund, payment } = makeAskedRefund(askedRefund(body), wechat, sub, true);
			return call.json(asGlobal(refund, payment));
		});
		api.get(`${family}/refunds`, (call: Call) => listOf(call, wechat));
		api.get(`${family}/refunds/out-refund-no/:number`, (call: Call) => {
			const sub = checkOwner(queryOwner(call), wechat);
			return answerQuery(call, sub, refunds.withOutRefundNo(call.req.param('number') ?? '', sub));
		});
		api.get(`${family}/refunds/id/:id`, (call: Call) => {
			const sub = checkOwner(queryOwner(call), wechat);
			return answerQuery(call, sub, refunds.withRefundId(call.req.param('id') ?? ''));
		});
	}
}

/** All refunds of one order, a page of them. Here the outer `id` is the order's. */
function listOf(call: Call, wechat: WeChat): Response {
	const { payments, refunds } = wechat;
	const sub = checkOwner(queryOwner(call), wechat);
	const number = call.req.query('out_trade_no') ?? '';
	const payment =
		payments.withTransactionId(call.req.query('transaction_id') ?? '') ??
		payments.withOutTradeNo(number, sub);
	if (!payment || payment.sub_mchid !== sub) throw noSuchRefund();
	const [offset, count] = [Number(call.req.query('offset')), Number(call.req.query('count'))];
	const all = refunds.ofTransaction(payment.transaction_id);
	const data = all.slice(offset, offset + count).map((refund) => {
		const fields: Record<string, unknown> = asGlobal(refund, payment);
		delete fields.transaction_id;
		delete fields.out_trade_no;
		return fields;
	});
	const { transaction_id: id, amount } = payment;
	return call.json({ id, amount, data, total_num: all.length, current_total_num: data.length });
}

/** The refund's own number is `id` here. */
function asGlobal(refund: Refund, payment: Payment | undefined) {
	const { refund_id, out_refund_no, transaction_id, out_trade_no, channel, status } = refund;
	return {
		id: refund_id,
		out_refund_no,
		transaction_id,
		out_trade_no,
		channel,
		recv_account: refund.user_received_account,
		fund_source: fundSource(refund),
		...(refund.success_time === undefined ? {} : { success_time: refund.success_time }),
		create_time: refund.create_time,
		status,
		amount: globalRefundAmount(refund, payment),
	};
}

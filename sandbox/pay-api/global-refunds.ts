import { fundSource, globalRefundAmount } from '../notifications/refunded';
import type { Payment } from '../payments/payment';
import type { WeChat } from '../platform/wechat';
import type { Refund } from '../refunds/refund';
import type { App, Call } from '../server/app';
import { askedRefund } from './refund-request';
import { makeAskedRefund, foundRefund } from './refunds';
import { checkMchid, jsonBody } from './request';

/** Refunds of cross-border payments. */
export function addGlobalRefunds(api: App, wechat: WeChat): void {
	const { payments, refunds } = wechat;
	const answerQuery = (call: Call, found: Refund | undefined): Response => {
		checkMchid(call.req.query('mchid'), wechat);
		const refund = foundRefund(found);
		return call.json(asGlobal(refund, payments.withTransactionId(refund.transaction_id)));
	};
	api.post('/v3/global/refunds', async (call) => {
		const body = await jsonBody(call);
		checkMchid(body.mchid, wechat, 'body');
		const { refund, payment } = makeAskedRefund(askedRefund(body), wechat, 'global');
		return call.json(asGlobal(refund, payment));
	});
	api.get('/v3/global/refunds/out-refund-no/:number', (call) =>
		answerQuery(call, refunds.withOutRefundNo(call.req.param('number'))),
	);
	api.get('/v3/global/refunds/id/:id', (call) =>
		answerQuery(call, refunds.withRefundId(call.req.param('id'))),
	);
}

/** The refund's own number is `id` here. */
function asGlobal(refund: Refund, payment: Payment | undefined): object {
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

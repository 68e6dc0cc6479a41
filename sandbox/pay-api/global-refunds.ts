import { fundSource, globalRefundAmount } from '../notifications/refunded';
import type { Payment } from '../payments/payment';
import type { WeChat } from '../platform/wechat';
import type { Refund } from '../refunds/refund';
import type { App, Call } from '../server/app';
import { askedRefund } from './refund-request';
import { makeAskedRefund, foundRefund } from './refunds';
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

import { fundSource, globalRefundAmount } from '../notifications/global-refund';
import type { Payment } from '../payments/payment';
import type { Refund } from '../refunds/refund';
import type { WeChat } from '../platform/wechat';
import type { Api, ApiAnswer, ApiRequest } from './api';
import { jsonBody } from './json-body';
import { makeAskedRefund } from './make-asked-refund';
import { checkMchid } from './merchant-id';
import { foundRefund } from './refund-query';
import { askedRefund } from './refund-request';

/** Refund of a cross-border payment. */
export const createGlobalRefund: Api = {
	method: 'POST',
	path: '/v3/global/refunds',
	handle: (request, wechat) => {
		checkMchid(jsonBody(request).mchid, wechat, 'body');
		const { refund, payment } = makeAskedRefund(askedRefund(request), wechat, 'global');
		return answer(refund, payment);
	},
};

export const globalRefundByOutRefundNo: Api = {
	method: 'GET',
	path: '/v3/global/refunds/out-refund-no/{out_refund_no}',
	handle: (request, wechat) =>
		query(request, wechat, wechat.refunds.withOutRefundNo(request.params.out_refund_no ?? '')),
};

export const globalRefundById: Api = {
	method: 'GET',
	path: '/v3/global/refunds/id/{refund_id}',
	handle: (request, wechat) =>
		query(request, wechat, wechat.refunds.withRefundId(request.params.refund_id ?? '')),
};

function query(request: ApiRequest, wechat: WeChat, found: Refund | undefined): ApiAnswer {
	checkMchid(request.query.get('mchid'), wechat);
	const refund = foundRefund(found);
	return answer(refund, wechat.payments.withTransactionId(refund.transaction_id));
}

/** The refund's own number is `id` here. */
function answer(refund: Refund, payment: Payment | undefined): ApiAnswer {
	const { refund_id, out_refund_no, transaction_id, out_trade_no, channel, status } = refund;
	return {
		status: 200,
		body: {
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
		},
	};
}

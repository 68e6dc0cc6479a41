import type { Refund } from '../refunds/refund';
import type { Api } from './api';
import { WeChatError } from './wechat-error';

/** Refund query by the merchant's number. */
export const queryRefund: Api = {
	method: 'GET',
	path: '/v3/refund/domestic/refunds/{out_refund_no}',
	handle: ({ params }, { refunds }) => ({
		status: 200,
		body: foundRefund(refunds.withOutRefundNo(params.out_refund_no ?? '')),
	}),
};

export function foundRefund(refund: Refund | undefined): Refund {
	if (refund) return refund;
	throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在', undefined, '268512771');
}

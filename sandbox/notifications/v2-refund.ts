import type { Refund } from '../refunds/refund';

const STATUS = { SUCCESS: 'SUCCESS', ABNORMAL: 'CHANGE', CLOSED: 'REFUNDCLOSE' };

/** What APIv2 encrypts about a refund. @throws Error for one that has not ended */
export function v2RefundFields(refund: Refund): Record<string, string> {
	const { amount, status, success_time } = refund;
	if (status === 'PROCESSING') {
		throw new Error('WeChat does not notify of a refund under way: settle it first');
	}
	return {
		out_refund_no: refund.out_refund_no,
		out_trade_no: refund.out_trade_no,
		refund_account:
			refund.funds_account === 'UNSETTLED'
				? 'REFUND_SOURCE_UNSETTLED_FUNDS'
				: 'REFUND_SOURCE_RECHARGE_FUNDS',
		refund_fee: String(amount.refund),
		refund_id: refund.refund_id,
		refund_recv_accout: refund.user_received_account,
		refund_request_source: 'API',
		refund_status: STATUS[status],
		settlement_refund_fee: String(amount.settlement_refund),
		settlement_total_fee: String(amount.settlement_total),
		success_time: (success_time ?? '').slice(0, 19).replace('T', ' '),
		total_fee: String(amount.total),
		transaction_id: refund.transaction_id,
	};
}

import type { WeChat } from '../platform/wechat';

const PAGE = 10;
const STATUS = {
	SUCCESS: 'SUCCESS',
	PROCESSING: 'PROCESSING',
	ABNORMAL: 'CHANGE',
	CLOSED: 'REFUNDCLOSE',
};

/** The refunds of a payment as APIv2 lists them: ten at once, numbered from 0 in the names of the fields. */
export function refundsOf(
	{ transaction_id = '', sub_mch_id = '', offset = '0' }: Record<string, string>,
	{ appid, mchid, payments, refunds }: WeChat,
): Record<string, string> {
	const payment = payments.withTransactionId(transaction_id);
	const all = refunds.ofTransaction(transaction_id);
	if (!payment || (payment.sub_mchid ?? '') !== sub_mch_id || all.length === 0) {
		return { result_code: 'FAIL', err_code: 'REFUNDNOTEXIST', err_code_des: 'not exist' };
	}
	const page = all.slice(Number(offset), Number(offset) + PAGE);
	const listed = page.flatMap((refund, index) => [
		[`out_refund_no_${index}`, refund.out_refund_no],
		[`refund_id_${index}`, refund.refund_id],
		[`refund_channel_${index}`, refund.channel],
		[`refund_fee_${index}`, String(refund.amount.refund)],
		[`refund_status_${index}`, STATUS[refund.status]],
		[`refund_recv_accout_${index}`, refund.user_received_account],
	]);
	return {
		...{ result_code: 'SUCCESS', appid, mch_id: mchid, transaction_id },
		out_trade_no: payment.out_trade_no,
		total_fee: String(payment.amount.total),
		total_refund_count: String(all.length),
		refund_count: String(page.length),
		...(Object.fromEntries(listed) as Record<string, string>),
	};
}

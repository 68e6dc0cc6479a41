import { checkOwner, type Expected } from '../notification/owner';
import type { RefundItem, RefundStatus } from '../notification/refund';
import { refundInBothForms, type Refund } from '../notification/refund-notice';
import { text } from '../notification/resource-fields';
import { beijingTime, v2Owner, type V2Fields } from './fields';
import { v2Minor } from './payment';

const STATUSES: Record<string, RefundStatus> = {
	SUCCESS: 'SUCCESS',
	CHANGE: 'ABNORMAL',
	REFUNDCLOSE: 'CLOSED',
};

/** How the refund ended, when it has: APIv2 has names of its own for that. */
export function v2RefundStatus({ refund_status: status = '' }: V2Fields): RefundStatus | undefined {
	return Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
}

/**
 * A refund of APIv2 as the item that travels, in the names of APIv3.
 *
 * @param outer what stands outside of `req_info`
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readV2Refund(
	outer: V2Fields,
	fields: V2Fields,
	status: RefundStatus,
	expected: Expected,
): Refund {
	const { mchid, ...owner } = v2Owner(outer);
	checkOwner({ mchid, ...owner }, expected);
	const { sp_mchid, sub_mchid } = owner as { sp_mchid?: string; sub_mchid?: string };
	const amount = readAmount(fields);
	const success_time = beijingTime(fields['success_time']);
	const account = fields['refund_recv_accout'];
	return {
		mchid,
		...(sp_mchid ? { sp_mchid } : {}),
		...(sub_mchid ? { sub_mchid } : {}),
		out_trade_no: text(fields['out_trade_no'], 'out_trade_no'),
		transaction_id: text(fields['transaction_id'], 'transaction_id'),
		out_refund_no: text(fields['out_refund_no'], 'out_refund_no'),
		refund_id: text(fields['refund_id'], 'refund_id'),
		refund_status: status,
		...(success_time ? { success_time } : {}),
		...(account ? { user_received_account: account } : {}),
		...(fields['refund_account'] ? { fund_source: fields['refund_account'] } : {}),
		amount,
		...refundInBothForms(amount),
	};
}

function readAmount(fields: V2Fields): RefundItem['amount'] {
	return {
		total: v2Minor(fields['total_fee'], 'total_fee'),
		refund: v2Minor(fields['refund_fee'], 'refund_fee'),
		currency: fields['refund_fee_type'] || fields['fee_type'] || 'CNY',
	};
}

import type { WeChat } from '../platform/wechat';
import type { Complaint } from './complaint';

const BUYER = '投诉人';
const MERCHANT = '商户';
const SYSTEM = '系统';

/** The buyer complains again, or answers: an open complaint stays open, a closed one is opened again. */
export function hearBuyer(complaint: Complaint, text: string, { complaints }: WeChat): string {
	const closed = complaint.complaint_state === 'PROCESSED';
	complaint.incoming_user_response = true;
	if (closed) {
		complaint.complaint_state = 'PROCESSING';
		complaint.user_complaint_times += 1;
	}
	complaints.add(complaint, closed ? 'USER_CONTINUE_COMPLAINT' : 'USER_RESPONSE', BUYER, text);
	return closed ? 'CONTINUE_COMPLAINT' : 'USER_RESPONSE';
}

/** The merchant answers. The first answer takes the complaint out of `PENDING`. */
export function reply(
	complaint: Complaint,
	text: string,
	images: string[],
	{ complaints }: WeChat,
): string {
	complaint.incoming_user_response = false;
	if (complaint.complaint_state === 'PENDING') complaint.complaint_state = 'PROCESSING';
	complaints.add(complaint, 'MERCHANT_RESPONSE', MERCHANT, text, images);
	return 'MERCHANT_RESPONSE';
}

export function complete(complaint: Complaint, { complaints }: WeChat): string {
	complaint.complaint_state = 'PROCESSED';
	complaints.add(complaint, 'MERCHANT_CONFIRM_COMPLETE', MERCHANT, '');
	return 'MERCHANT_CONFIRM_COMPLETE';
}

/** A refused refund closes the complaint; an announced one closes it when the money has arrived. */
export function progress(
	complaint: Complaint,
	{ approved, text }: { approved: boolean; text: string },
	{ complaints }: WeChat,
): string {
	complaint.refundApproved = approved;
	complaint.complaint_state = approved ? 'PROCESSING' : 'PROCESSED';
	const type = approved ? 'MERCHANT_APPROVE_REFUND' : 'MERCHANT_REFUSE_RERUND';
	complaints.add(complaint, type, MERCHANT, text);
	return approved ? 'MERCHANT_APPROVE_REFUND' : 'MERCHANT_REJECT_REFUND';
}

/** Whether everything that was paid has been refunded. */
export const isRefunded = ({ transaction_id, amount }: Complaint, { refunds }: WeChat): boolean =>
	refundedOf(transaction_id, refunds) >= amount;

/** Closes the complaint if the refund that was announced has arrived. */
export function closeIfRefunded(complaint: Complaint, { complaints, refunds }: WeChat): boolean {
	const { refundApproved, complaint_state: state, transaction_id } = complaint;
	if (!refundApproved || state === 'PROCESSED') return false;
	if (refundedOf(transaction_id, refunds) === 0) return false;
	complaint.complaint_state = 'PROCESSED';
	complaints.add(complaint, 'COMPLAINT_REFUND_RECEIVED_SYSTEM_MESSAGE', SYSTEM, '退款已到账');
	return true;
}

const refundedOf = (transaction_id: string, refunds: WeChat['refunds']): number =>
	refunds
		.ofTransaction(transaction_id)
		.filter(({ status }) => status === 'SUCCESS')
		.reduce((sum, { amount }) => sum + amount.refund, 0);

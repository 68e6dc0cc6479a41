import type { CombinedPayment } from '../payments/combined-payment';
import type { Payment } from '../payments/payment';
import type { Refund } from '../refunds/refund';
import type { UnrelatedEvent } from './unrelated-event';

/** What a notification can be about. */
export type NotificationSubject = Payment | Refund | CombinedPayment | UnrelatedEvent;

export const isRefund = (subject: NotificationSubject): subject is Refund => 'refund_id' in subject;
export const isCombined = (subject: NotificationSubject): subject is CombinedPayment =>
	'payments' in subject;
export const isEvent = (subject: NotificationSubject): subject is UnrelatedEvent =>
	'event_type' in subject;

/** The numbers under which a delivery is logged. */
export interface SubjectNumbers {
	/** The combined number of a combined order; empty for an event. */
	out_trade_no: string;
	/** Empty for a combined order and for an event. */
	transaction_id: string;
	out_refund_no?: string;
}

export function numbersOf(subject: NotificationSubject): SubjectNumbers {
	if (isEvent(subject)) return { out_trade_no: '', transaction_id: '' };
	if (isCombined(subject)) {
		return { out_trade_no: subject.combine_out_trade_no, transaction_id: '' };
	}
	const { out_trade_no, transaction_id } = subject;
	return isRefund(subject)
		? { out_trade_no, transaction_id, out_refund_no: subject.out_refund_no }
		: { out_trade_no, transaction_id };
}

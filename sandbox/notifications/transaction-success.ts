import type { Payment } from '../payments/payment';
import type { NotificationContent } from './notification';

/** A buyer has paid. */
export function transactionSuccess(payment: Payment): NotificationContent {
	return paidNotice(payment);
}

export const paidNotice = (resource: unknown): NotificationContent => ({
	eventType: 'TRANSACTION.SUCCESS',
	originalType: 'transaction',
	summary: '支付成功',
	resource,
});

import type { Payment } from '../payment';
import type { NotificationKind } from './notification';

/** A buyer has paid. */
export const transactionSuccess: NotificationKind<Payment> = {
	eventType: 'TRANSACTION.SUCCESS',
	originalType: 'transaction',
	summary: '支付成功',
	resource: (payment) => payment,
};

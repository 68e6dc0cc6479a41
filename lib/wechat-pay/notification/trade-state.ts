import type { JsonObject } from '../../core/json';

const PAID: readonly unknown[] = ['SUCCESS', 'REFUND'];
const UNPAID: readonly unknown[] = [
	...['NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR', 'ACCEPT', 'ACCEPTED'],
];

/** Whether an order was paid. WeChat sets `REFUND` as soon as a refund is requested: the money had come in. */
export const isPaid = ({ trade_state }: JsonObject): boolean => PAID.includes(trade_state);

/** Whether an order is known not to be paid. */
export const isUnpaid = ({ trade_state }: JsonObject): boolean => UNPAID.includes(trade_state);

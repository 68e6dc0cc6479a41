import type { Payment } from '../payments/payment';
import type { Controls } from './route';

/** The payment with one of the numbers. @throws Error when there is none */
export function paidWith(
	{
		out_trade_no,
		transaction_id,
	}: { out_trade_no?: string | undefined; transaction_id?: string | undefined },
	sandbox: Controls,
): Payment {
	const payment = sandbox
		.payments()
		.find((one) => one.out_trade_no === out_trade_no || one.transaction_id === transaction_id);
	if (!payment) throw new Error('There is no such payment: give out_trade_no or transaction_id');
	return payment;
}

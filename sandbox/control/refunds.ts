import type { RefundRequest, RefundRules } from '../refunds/refund';
import {
	notifyWished,
	paidWith,
	wantedUrl,
	type ControlRoutes,
	type Controls,
	type NotifyWish,
	type PaymentNumbers,
} from './controls';

/** Refunds of the payment with `out_trade_no` or `transaction_id`, and how those that n8n asks for end. */
export function addRefunds({ get, post }: ControlRoutes, sandbox: Controls): void {
	get('/refunds', () => sandbox.refunds());
	post(
		'/refunds',
		({
			out_trade_no,
			transaction_id,
			notify,
			...request
		}: RefundRequest & PaymentNumbers & { notify?: NotifyWish }) => {
			const payment = paidWith({ out_trade_no, transaction_id }, sandbox);
			wantedUrl(notify, sandbox);
			const refund = sandbox.refund(payment, request);
			if (refund.status !== 'PROCESSING') notifyWished(refund, notify, sandbox);
			return refund;
		},
	);
	post('/refund-rules', (rules: Partial<RefundRules>) => Object.assign(sandbox.refundRules, rules));
}

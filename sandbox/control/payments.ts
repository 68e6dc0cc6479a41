import type { PaymentOrder } from '../payments/payment';
import type { UnpaidOrderRequest } from '../payments/unpaid-order';
import {
	notifyWished,
	wantedUrl,
	type ControlRoutes,
	type Controls,
	type NotifyWish,
} from './controls';

/** Payments, with the options of their notification under `notify`, and unpaid orders. */
export function addPayments({ get, post }: ControlRoutes, sandbox: Controls): void {
	get('/payments', () => sandbox.payments());
	post('/payments', ({ notify, ...order }: PaymentOrder & { notify?: NotifyWish }) => {
		checkTotal(order);
		// Before anything is recorded.
		wantedUrl(notify, sandbox);
		const payment = sandbox.pay(order);
		notifyWished(payment, notify, sandbox);
		return payment;
	});
	post('/orders', (order: UnpaidOrderRequest) => {
		checkTotal(order);
		return sandbox.order(order);
	});
	post(
		'/combined',
		({
			out_trade_nos = [],
			notify,
			...order
		}: {
			out_trade_nos?: string[];
			combine_out_trade_no?: string;
			notify?: NotifyWish;
		}) => {
			const payments = out_trade_nos.map((number) => {
				const payment = sandbox.payments().find(({ out_trade_no }) => out_trade_no === number);
				if (!payment) throw new Error(`${number} was not paid`);
				return payment;
			});
			const combined = sandbox.combine(payments, order);
			notifyWished(combined, notify, sandbox);
			return combined;
		},
	);
}

function checkTotal({ total }: { total: number }): void {
	if (!Number.isSafeInteger(total)) {
		throw new Error('total is missing, or not an integer in fen');
	}
}

import type { PaymentOrder } from '../payments/payment';
import { notifyWished, wantedUrl, type ControlRoute, type NotifyWish } from './route';

/** Payments: a payment order, with the options of its notification under `notify`. */
export const paymentRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/payments',
		handle: ({ body }, sandbox) => {
			const { notify, ...order } = JSON.parse(body) as PaymentOrder & { notify?: NotifyWish };
			if (!Number.isSafeInteger(order.total)) {
				throw new Error('total is missing, or not an integer in fen');
			}
			// Before anything is recorded.
			wantedUrl(notify, sandbox);
			const payment = sandbox.pay(order);
			notifyWished(payment, notify, sandbox);
			return payment;
		},
	},
	{ method: 'GET', path: '/payments', handle: (_asked, sandbox) => sandbox.payments() },
	{
		method: 'POST',
		path: '/combined',
		handle: ({ body }, sandbox) => {
			const { out_trade_nos, notify, ...order } = JSON.parse(body) as {
				out_trade_nos?: string[];
				combine_out_trade_no?: string;
				notify?: NotifyWish;
			};
			const payments = (out_trade_nos ?? []).map((number) => {
				const payment = sandbox.payments().find(({ out_trade_no }) => out_trade_no === number);
				if (!payment) throw new Error(`Nobody paid ${number}`);
				return payment;
			});
			const combined = sandbox.combine(payments, order);
			notifyWished(combined, notify, sandbox);
			return combined;
		},
	},
];

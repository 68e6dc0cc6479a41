import type { RefundRequest, RefundRules } from '../refunds/refund';
import { paidWith } from './paid';
import { notifyWished, wantedUrl, type ControlRoute, type NotifyWish } from './route';

/** Refunds: of the payment with `out_trade_no` or `transaction_id`. */
export const refundRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/refunds',
		handle: ({ body }, sandbox) => {
			const { out_trade_no, transaction_id, notify, ...request } = JSON.parse(
				body,
			) as RefundRequest & {
				out_trade_no?: string;
				transaction_id?: string;
				notify?: NotifyWish;
			};
			const payment = paidWith({ out_trade_no, transaction_id }, sandbox);
			wantedUrl(notify, sandbox);
			const refund = sandbox.refund(payment, request);
			if (refund.status !== 'PROCESSING') notifyWished(refund, notify, sandbox);
			return refund;
		},
	},
	{ method: 'GET', path: '/refunds', handle: (_asked, sandbox) => sandbox.refunds() },
	{
		method: 'POST',
		path: '/refund-rules',
		handle: ({ body }, { refundRules }) =>
			Object.assign(refundRules, JSON.parse(body) as Partial<RefundRules>),
	},
];

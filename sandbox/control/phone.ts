import { notifying, payFor, purchase, type PurchaseRequest } from '../phone/purchase';
import {
	notifyWished,
	paidWith,
	type ControlRoutes,
	type Controls,
	type PaymentNumbers,
} from './controls';

/** What the page does: buyers buy and ask for refunds, the operator ships and causes faults. */
export function addPhone({ post }: ControlRoutes, sandbox: Controls): void {
	const { phone, serverApi } = sandbox;
	post('/purchases', (request: PurchaseRequest) => purchase(request, sandbox));
	post('/mall-payments', ({ out_trade_no = '' }: { out_trade_no?: string }) => {
		const order = sandbox.mall.order(out_trade_no);
		if (!order) throw new Error(`The mall has no order ${out_trade_no}`);
		const [payment] = payFor(order, sandbox);
		if (!payment) throw new Error('Its stock is not held: the mall asks for no payment');
		return payment;
	});
	post('/hold-url', ({ url = '', secret = '' }: { url?: string; secret?: string }) => {
		if (url !== '' && !/^https?:\/\//.test(url)) {
			throw new Error('The address starts with http:// or https://');
		}
		phone.holdAt = url === '' ? undefined : { url, secret };
		return { url };
	});
	post('/returns', (numbers: PaymentNumbers) => {
		const payment = paidWith(numbers, sandbox);
		const refund = sandbox.refund(payment, { refund: payment.amount.total });
		notifyWished(refund, notifying(sandbox), sandbox);
		return refund;
	});
	post(
		'/console-shipments',
		({
			express_company,
			tracking_no,
			...numbers
		}: PaymentNumbers & { express_company?: string; tracking_no?: string }) => {
			if (!express_company || !tracking_no) {
				throw new Error('express_company or tracking_no is missing');
			}
			const payment = paidWith(numbers, sandbox);
			serverApi.ship(payment, { express_company, tracking_no });
			return serverApi.shippingOrder(payment);
		},
	);
	post('/switches', ({ name = '', on = true }: { name?: string; on?: boolean }) =>
		phone.switches.set(name, on),
	);
	post('/notify-url', ({ url = '' }: { url?: string }) => {
		if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
			throw new Error('The address starts with http:// or https://');
		}
		phone.notifyUrl = url;
		return { url };
	});
}

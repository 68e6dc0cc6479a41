import { notifying, purchase, type PurchaseRequest } from '../phone/purchase';
import { paidWith } from './paid';
import { notifyWished, type ControlRoute } from './route';

type Numbers = { out_trade_no?: string; transaction_id?: string };

/** What the page does: buyers buy and want their money back, the operator ships and makes trouble. */
export const phoneRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/purchases',
		handle: ({ body }, sandbox) => purchase(JSON.parse(body) as PurchaseRequest, sandbox),
	},
	{
		method: 'POST',
		path: '/returns',
		handle: ({ body }, sandbox) => {
			const payment = paidWith(JSON.parse(body) as Numbers, sandbox);
			const refund = sandbox.refund(payment, { refund: payment.amount.total });
			notifyWished(refund, notifying(sandbox), sandbox);
			return refund;
		},
	},
	{
		method: 'POST',
		path: '/console-shipments',
		handle: ({ body }, sandbox) => {
			const { express_company, tracking_no, ...numbers } = JSON.parse(body) as Numbers & {
				express_company?: string;
				tracking_no?: string;
			};
			if (!express_company || !tracking_no) {
				throw new Error('express_company or tracking_no is missing');
			}
			const payment = paidWith(numbers, sandbox);
			sandbox.serverApi.ship(payment, { express_company, tracking_no });
			return sandbox.serverApi.shippingOrder(payment);
		},
	},
	{
		method: 'POST',
		path: '/switches',
		handle: ({ body }, { phone }) => {
			const { name = '', on = true } = JSON.parse(body) as { name?: string; on?: boolean };
			return phone.switches.set(name, on);
		},
	},
	{
		method: 'POST',
		path: '/notify-url',
		handle: ({ body }, { phone }) => {
			const { url = '' } = JSON.parse(body) as { url?: string };
			if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
				throw new Error('The address starts with http:// or https://');
			}
			phone.notifyUrl = url;
			return { url };
		},
	},
];

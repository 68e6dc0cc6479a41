import type { OrderMove } from '../server-api/controls';
import { paidWith } from './paid';
import type { ControlRoute } from './route';

const STATES = [3, 4, 6];

/** Order shipping: what was uploaded, what has become of the orders, and what buyers do. */
export const shippingRoutes: ControlRoute[] = [
	{ method: 'GET', path: '/shipments', handle: (_asked, { serverApi }) => serverApi.uploads() },
	{
		method: 'GET',
		path: '/shipping-orders',
		handle: (_asked, sandbox) =>
			sandbox.payments().map((payment) => sandbox.serverApi.shippingOrder(payment)),
	},
	{
		method: 'POST',
		path: '/shipping-orders',
		handle: ({ body }, sandbox) => {
			const { order_state, in_complaint, ...numbers } = JSON.parse(body) as OrderMove & {
				out_trade_no?: string;
				transaction_id?: string;
			};
			if (order_state !== undefined && !STATES.includes(order_state)) {
				throw new Error(`order_state is one of ${STATES.join(', ')}`);
			}
			const payment = paidWith(numbers, sandbox);
			sandbox.serverApi.moveOrder(payment, { order_state, in_complaint });
			return sandbox.serverApi.shippingOrder(payment);
		},
	},
];

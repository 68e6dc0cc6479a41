import type { OrderMove } from '../server-api/controls';
import { paidWith, type ControlRoutes, type Controls, type PaymentNumbers } from './controls';

const STATES = [3, 4, 6];

/** Order shipping: what was uploaded, the state of the orders, and what buyers do. */
export function addShipping({ get, post }: ControlRoutes, sandbox: Controls): void {
	const { serverApi } = sandbox;
	get('/shipments', () => serverApi.uploads());
	get('/shipping-orders', () =>
		sandbox.payments().map((payment) => serverApi.shippingOrder(payment)),
	);
	post(
		'/shipping-orders',
		({ order_state, in_complaint, ...numbers }: OrderMove & PaymentNumbers) => {
			if (order_state !== undefined && !STATES.includes(order_state)) {
				throw new Error(`order_state is one of ${STATES.join(', ')}`);
			}
			const payment = paidWith(numbers, sandbox);
			serverApi.moveOrder(payment, { order_state, in_complaint });
			return serverApi.shippingOrder(payment);
		},
	);
}

import type { UnpaidOrderRequest } from '../payments/unpaid-order';
import type { ControlRoute } from './route';

/** Orders that nobody has paid. */
export const orderRoutes: ControlRoute[] = [
	{
		method: 'POST',
		path: '/orders',
		handle: ({ body }, sandbox) => {
			const order = JSON.parse(body) as UnpaidOrderRequest;
			if (!Number.isSafeInteger(order.total)) {
				throw new Error('total is missing, or not an integer in fen');
			}
			return sandbox.order(order);
		},
	},
];

import type { MallBasket } from '../merchant/mall-order';
import type { ControlRoutes, Controls } from './controls';

/** The orders of the merchant's own mall: all of them, and another unpaid one. */
export function addMall({ get, post }: ControlRoutes, { mall }: Controls): void {
	get('/mall-orders', () => mall.orders());
	post('/mall-orders', ({ out_trade_no, ...basket }: MallBasket & { out_trade_no?: string }) =>
		mall.place(basket, out_trade_no),
	);
}

import type { LineState, OrderState } from '../../../../lib/orders/sale-order/order-state';
import type { PaidOrder } from '../../../../lib/orders/model/paid-order';

/** Two of product 41 at 99 yuan and one of product 42 at 50 yuan, paid with 248 yuan. */
export function paidOrder(change: Partial<PaidOrder['payment']> = {}): PaidOrder {
	const lines = [
		{ sku: 'TEE', quantity: 2, unit_price_fen: 9900 },
		{ sku: 'CAP', quantity: 1, unit_price_fen: 5000 },
	];
	return {
		payment: {
			mchid: '1900000001',
			appid: 'wx0000000000000001',
			out_trade_no: 'SHOP1',
			transaction_id: '4200002761202611221234567890',
			total_fen: 24800,
			lines,
			...change,
		},
		mapping: {
			status: 'mapped',
			lines: lines.map((line, index) => ({ ...line, product_id: 41 + index, product_name: 'x' })),
			unmapped: [],
		},
	};
}

export const line = (id: number, productId: number, quantity: number): LineState => ({
	id,
	productId,
	quantity,
	moves: true,
});

/** The order as Odoo holds it right after it was written. */
export const orderState = (change: Partial<OrderState> = {}): OrderState => ({
	id: 1,
	name: 'S00001',
	state: 'draft',
	currency: 'CNY',
	amountTotal: '248',
	amountTax: '0',
	hasActivity: false,
	lines: [line(1, 41, 2), line(2, 42, 1)],
	...change,
});

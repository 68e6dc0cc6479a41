import {
	isMapped,
	isOrderable,
	isPriced,
	paymentCurrency,
	wantedLines,
	wantedTotal,
} from '../../../../../lib/orders/model/paid-order';
import { paidOrder } from '../orders';

const EXTRA = { shippingFen: 1000, discountFen: 300, merchantCouponFen: 200 };

it('wants a line for each product, and for shipping, discount and coupon where there is a product for them', () => {
	const order = { ...paidOrder(), ...EXTRA };
	const keys = (options: object) =>
		wantedLines(order, { taxes: 'none', ...options }).map(({ key, unit_price_fen: price }) => [
			key,
			price,
		]);
	const goods = [
		['line_1', 9900],
		['line_2', 5000],
	];
	expect(keys({})).toEqual(goods);
	expect(keys({ shippingProductId: 7, discountProductId: 8 })).toEqual([
		...goods,
		['shipping', 1000],
		['discount', -300],
		['coupon', -200],
	]);
});

it("takes the merchant's coupon off the total only where the order has a line for it", () => {
	const order = { ...paidOrder(), ...EXTRA };
	expect(wantedTotal(order, { taxes: 'none' })).toBe(24800);
	expect(wantedTotal(order, { taxes: 'none', discountProductId: 8 })).toBe(24600);
});

it('uses the prices of Odoo as soon as one line has none', () => {
	const lines = wantedLines(paidOrder(), { taxes: 'none' });
	expect(isPriced(lines)).toBe(true);
	expect(isPriced([...lines, { key: 'line_3', product_id: 43, quantity: 1 }])).toBe(false);
});

it('makes an order only of a payment that is mapped and not free', () => {
	const order = paidOrder();
	expect(isOrderable(order)).toBe(true);
	expect(isOrderable(paidOrder({ total_fen: 0 }))).toBe(false);
	const unmapped = { status: 'unmapped' as const, lines: [], unmapped: [] };
	expect(isMapped({ ...order, mapping: unmapped })).toBe(false);
	expect(isMapped({ payment: order.payment })).toBe(false);
});

it('takes a payment without a currency for one in yuan', () => {
	expect(paymentCurrency(paidOrder())).toBe('CNY');
	expect(paymentCurrency(paidOrder({ amount: { currency: 'HKD' } }))).toBe('HKD');
});

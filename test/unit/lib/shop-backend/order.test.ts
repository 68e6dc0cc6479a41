import fc from 'fast-check';

import { readShopOrder } from '../../../../lib/shop-backend/order';

const lines = [{ sku: 'TEE', quantity: 2, unit_price_fen: 9900, name: 'Red tee', is_gift: true }];
const details = {
	recipient: { name: '示例', phone: '1', country: 'CN', street: '示例路 1 号', masked: true },
	contact: { name: 'Buyer' },
	...{ remark: 'Ring twice', is_gift: true, invoice_title: 'A company', campaign: 'lily' },
	...{ medium: 'Mini Program', source: 'Live', sales_team: 'WeChat' },
	...{ expected_delivery: '2026-11-25', merchant_coupon_fen: 300 },
};

it('reads everything that the shop knows, when lines + shipping − discount were paid', () => {
	const answer = { lines, ...details, shipping_fen: 1000, discount_fen: 500, total_fen: 20_300 };
	expect(readShopOrder(answer, 20_300, 'CNY')).toEqual({
		...details,
		lines: [{ ...lines[0], unit_price: '99.00' }],
		...{ lines_source: 'shop', shipping_fen: 1000, shipping: '10.00' },
		...{ discount_fen: 500, discount: '5.00' },
	});
});

it.each([
	['the shipping is left out', {}, 'makes 198.00, but 208.00 CNY was paid'],
	['the shipping is text', { shipping_fen: '1000' }, '"shipping_fen" is not a whole number'],
	['the discount is below 0', { discount_fen: -1000 }, '"discount_fen" is not a whole number'],
])('keeps the recipient when %s, but no amounts and no lines', (_, change, problem) => {
	const order = readShopOrder({ lines, ...details, ...change }, 20_800, 'CNY');
	expect(order).toEqual({
		...{ ...details, lines: [], lines_source: 'shop' },
		lines_problem: expect.stringContaining(problem),
	});
});

it('leaves out fields of the wrong type, and bounds the others', () => {
	const wrong = Object.fromEntries(Object.keys(details).map((name) => [name, 5.5]));
	expect(readShopOrder({ lines, ...wrong }, 19_800, 'CNY')).toEqual({
		...{ lines: [{ ...lines[0], unit_price: '99.00' }], lines_source: 'shop' },
	});
	const long = readShopOrder({ lines, remark: 'x'.repeat(9_999) }, 19_800, 'CNY');
	expect(long.remark).toHaveLength(1_000);
});

it('throws nothing, whatever the shop answers', () => {
	const names = ['lines', 'total_fen', 'recipient', 'shipping_fen', 'remark', 'contact'];
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (answer) => {
			expect(readShopOrder(answer, 100, 'CNY').lines_source).toBe('shop');
		}),
	);
});

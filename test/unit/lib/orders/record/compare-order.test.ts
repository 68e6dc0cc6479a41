import {
	hasGoods,
	sameLines,
	sameTotal,
	wrongTotal,
} from '../../../../../lib/orders/record/compare-order';
import { line, orderState, paidOrder } from '../orders';

const OPTIONS = { taxes: 'odoo' } as const;
const withLines = (...lines: ReturnType<typeof line>[]) => orderState({ lines });

it('compares lines in any order, and no other product or quantity passes', () => {
	const same = (...lines: ReturnType<typeof line>[]) =>
		sameLines(paidOrder(), withLines(...lines), OPTIONS);
	expect(same(line(1, 42, 1), line(2, 41, 2))).toBe(true);
	expect(same(line(1, 41, 2))).toBe(false);
	expect(same(line(1, 41, 3), line(2, 42, 1))).toBe(false);
	expect(same(line(1, 41, 2), line(2, 42, 1), line(3, 42, 1))).toBe(false);
});

it('finds the goods of a payment among more lines, each line once', () => {
	const has = (...lines: ReturnType<typeof line>[]) => hasGoods(paidOrder(), withLines(...lines));
	expect(has(line(1, 41, 2), line(2, 42, 1), line(3, 99, 1))).toBe(true);
	expect(has(line(1, 41, 1), line(2, 41, 1), line(3, 42, 1))).toBe(false);
});

it.each([
	['248', 'CNY', true],
	['248.01', 'CNY', false],
	['248.005', 'CNY', false],
	['248', 'USD', false],
])('compares a total of %s %s', (amountTotal, currency, same) => {
	expect(sameTotal(paidOrder(), orderState({ amountTotal, currency }), OPTIONS)).toBe(same);
});

it('names both totals and the option that the shipping needs', () => {
	const order = { ...paidOrder(), shippingFen: 1000 };
	const text = (amountTax: string, options = {}) =>
		wrongTotal(order, orderState({ amountTotal: '238', amountTax }), {
			taxes: 'none',
			...options,
		});
	expect(text('0')).toMatch(/238\.00 CNY.*248\.00 CNY was paid.*Shipping Product/);
	expect(text('0', { shippingProductId: 7 })).toContain('may be missing from the lines');
	expect(text('3')).toContain('includes 3.00 tax');
});

import fc from 'fast-check';

import { readBasket } from '../../../../lib/shop-backend/basket';

const line = { sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 };

describe('readBasket', () => {
	it('takes a basket that makes what was paid', () => {
		expect(readBasket({ lines: [line], total_fen: 19800 }, 19800, 'CNY')).toEqual({
			lines: [{ ...line, unit_price: '99.00' }],
			lines_source: 'shop',
		});
	});

	it.each([
		['one fen less', { lines: [line] }, 19801, '198.00, but 198.01 CNY'],
		['another total', { lines: [line], total_fen: 19799 }, 19800, '197.99, but 198.00 CNY'],
		['an unknown order', undefined, 19800, 'does not know this order'],
	])('says what is wrong with %s and gives no lines', (_, answer, paid, problem) => {
		const basket = readBasket(answer, paid, 'CNY');
		expect(basket.lines).toEqual([]);
		expect(basket).toHaveProperty('lines_problem', expect.stringContaining(problem));
	});

	it('lets a basket through exactly when its lines add up', () => {
		const anyLine = fc.record({
			sku: fc.constantFrom('A', 'B'),
			quantity: fc.integer({ min: 1, max: 999 }),
			unit_price_fen: fc.integer({ min: 0, max: 10_000_000 }),
		});
		fc.assert(
			fc.property(
				fc.array(anyLine, { minLength: 1 }),
				fc.integer({ min: -1, max: 1 }),
				(lines, off) => {
					const sum = lines.reduce((total, one) => total + one.quantity * one.unit_price_fen, 0);
					const basket = readBasket({ lines }, sum + off, 'CNY');
					expect('lines_problem' in basket).toBe(off !== 0);
				},
			),
		);
	});

	it.each([
		['no list', { lines: 'TEE' }],
		['a line that is none', { lines: [null] }],
		['a quantity in text', { lines: [{ ...line, quantity: '2' }] }],
		['half a fen', { lines: [{ ...line, unit_price_fen: 0.5 }] }],
		['10,000 lines', { lines: Array.from({ length: 10_000 }, () => line) }],
	])('records the payment without lines where the basket breaks the contract: %s', (_, answer) => {
		expect(readBasket(answer, 19800, 'CNY')).toEqual({
			lines: [],
			lines_source: 'shop',
			lines_problem: expect.stringContaining('breaks the contract'),
		});
	});

	it('throws nothing, whatever the shop answers', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('lines', 'total_fen'), fc.jsonValue()),
				(answer) => {
					expect(readBasket(answer, 100, 'CNY').lines_source).toBe('shop');
				},
			),
		);
	});
});

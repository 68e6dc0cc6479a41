import fc from 'fast-check';

import { planDeclarations } from '../../../../../lib/wechat-pay/customs/plan-declarations';

const part = (sub_order_no: string, product_fee: number, transport_fee = 0) => ({
	sub_order_no,
	product_fee,
	transport_fee,
});
const wrong = expect.objectContaining({ code: 'WECHAT_CUSTOMS_PARTS_WRONG' });

describe('the declarations of an order', () => {
	it('are one for what is left of an order that is not split, and none when nothing is left', () => {
		expect(planDeclarations([], 19900, 15000)).toEqual([
			{ order_fee: 15000, product_fee: 15000, transport_fee: 0 },
		]);
		expect(planDeclarations([], 19900, 0)).toEqual([]);
		expect(planDeclarations([part('A', 100)], 100, 0)).toEqual([]);
	});

	it('take a refund from the products of all parts first', () => {
		expect(planDeclarations([part('A', 900, 100), part('B', 500)], 1500, 750)).toEqual([
			{ sub_order_no: 'A', order_fee: 500, product_fee: 400, transport_fee: 100 },
			{ sub_order_no: 'B', order_fee: 250, product_fee: 250, transport_fee: 0 },
		]);
	});

	it('add up to what is left, whatever was refunded, and no fee is negative', () => {
		const fee = fc.integer({ min: 0, max: 1_000_000 });
		const parts = fc
			.array(fc.tuple(fee, fee), { minLength: 1, maxLength: 50 })
			.map((fees) =>
				fees.map(([product, transport], index) => part(`P${index}`, product, transport)),
			);
		fc.assert(
			fc.property(parts, fc.nat({ max: 1_000_000 }), (of, share) => {
				const total = of.reduce((sum, one) => sum + one.product_fee + one.transport_fee, 0);
				const left = Math.floor((total * share) / 1_000_000);
				const planned = planDeclarations(of, total, left);
				expect(planned.reduce((sum, { order_fee }) => sum + order_fee, 0)).toBe(left);
				for (const { order_fee, product_fee, transport_fee } of planned) {
					expect(product_fee + transport_fee).toBe(order_fee);
					expect(Math.min(product_fee, transport_fee)).toBeGreaterThanOrEqual(0);
					expect(order_fee).toBeGreaterThan(0);
				}
			}),
		);
	});

	it.each([
		['parts that do not add up', [part('A', 100), part('B', 100)]],
		['two parts of one number', [part('A', 100), part('A', 200)]],
		['a number that WeChat Pay refuses', [part('A B', 300)]],
		['a fraction of a fen', [part('A', 299.5, 0.5)]],
		['a negative fee', [part('A', 400, -100)]],
		[
			'too many parts',
			Array.from({ length: 51 }, (_, index) => part(`P${index}`, index ? 0 : 300)),
		],
	])('refuse %s', (_, parts) => {
		expect(() => planDeclarations(parts, 300, 300)).toThrow(wrong);
	});
});

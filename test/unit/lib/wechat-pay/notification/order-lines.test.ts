import fc from 'fast-check';

import { IntegrationError } from '../../../../../lib/core/errors';
import {
	completeLines,
	readAttach,
	readPromotion,
	writeAttach,
} from '../../../../../lib/wechat-pay/notification/order-lines';

const sku = fc.stringMatching(/^[0-9A-Za-z._/+#-]{1,20}$/);
const line = fc.record(
	{ sku, quantity: fc.integer({ min: 1, max: 10_000 }), unit_price_fen: fc.nat() },
	{ requiredKeys: ['sku', 'quantity'] },
);
const lines = fc.array(line, { minLength: 1, maxLength: 6 });

describe('attach', () => {
	it.each(['1001', 'SHOP-1001', 'a1b2c3d4-0000-4000-8000-000000000000', ' TEE-RED-M ', 'A,B'])(
		'%j is no basket, because it may be an order number, unless the shop is said to write bare SKUs',
		(attach) => {
			expect(() => readAttach(attach)).toThrow(/may be an order number/);
			const [first] = readAttach(attach, true);
			expect(first).toEqual({ sku: attach.split(',')[0]?.trim(), quantity: 1 });
		},
	);

	it('survives writing and reading in every form', () => {
		fc.assert(
			fc.property(lines, (given) => {
				expect(readAttach(writeAttach(given))).toEqual(given);
				expect(readAttach(JSON.stringify(given))).toEqual(given);
				expect(readAttach(JSON.stringify({ lines: given }))).toEqual(given);
				const rows = given.map((one) => [one.sku, one.quantity, one.unit_price_fen ?? null]);
				expect(readAttach(JSON.stringify(rows))).toEqual(given);
			}),
		);
	});

	it.each([
		[
			'TEE-RED-M*2@9900,CAP-BLK@5000',
			[
				{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 },
				{ sku: 'CAP-BLK', quantity: 1, unit_price_fen: 5000 },
			],
		],
		[
			' TEE-RED-M , CAP-BLK*3 ',
			[
				{ sku: 'TEE-RED-M', quantity: 1 },
				{ sku: 'CAP-BLK', quantity: 3 },
			],
		],
		[
			'[["TEE-RED-M",2,9900],["CAP-BLK"]]',
			[
				{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 },
				{ sku: 'CAP-BLK', quantity: 1 },
			],
		],
		['{"lines":[["茶 红",1]]}', [{ sku: '茶 红', quantity: 1 }]],
		['[[6901234567892,2]]', [{ sku: '6901234567892', quantity: 2 }]],
		['[[69012345678921234567,2]]', [{ sku: '69012345678921234567', quantity: 2 }]],
	])('%s is read', (attach, expected) => {
		expect(readAttach(attach)).toEqual(expected);
	});

	it.each([
		'',
		'  ',
		'order 4711',
		'A*0',
		'A*-1',
		'A*10001',
		'A*1.5',
		'A@1.5',
		'A@-1',
		'A*2*3',
		'A,,B',
		'A,',
		'*2',
		'@5',
		'[]',
		'{}',
		'{"lines":[]}',
		'[["A",0]]',
		'[["A",1,0.5]]',
		'[["A","2"]]',
		'[[1.5]]',
		'[null]',
		'[[]]',
		'{"lines":"A"}',
		'[broken',
	])('%j is not', (attach) => {
		expect(() => readAttach(attach)).toThrow(
			expect.objectContaining({ code: 'WECHAT_ATTACH_UNREADABLE' }),
		);
	});

	it('gives lines or an integration error, whatever it is', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (attach) => {
				try {
					for (const { sku: found, quantity, unit_price_fen: fen = 0 } of readAttach(attach)) {
						expect(found).not.toBe('');
						expect(Number.isInteger(quantity) && quantity >= 1 && quantity <= 10_000).toBe(true);
						expect(Number.isSafeInteger(fen) && fen >= 0).toBe(true);
					}
				} catch (error) {
					expect(error).toBeInstanceOf(IntegrationError);
				}
			}),
		);
	});
});

describe('promotion_detail', () => {
	const good = { goods_id: 'TEE-RED-M', quantity: 2, unit_price: 9900, discount_amount: 100 };

	it('is read where goods stand under a promotion', () => {
		const promotions = [
			{ goods_detail: [good] },
			{ coupon_id: '1' },
			{ goods_detail: [{ ...good, goods_id: 'CAP' }] },
		];
		expect(readPromotion(promotions)).toEqual([
			{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 },
			{ sku: 'CAP', quantity: 2, unit_price_fen: 9900 },
		]);
	});

	it('lists a good under two promotions once, if they agree', () => {
		expect(readPromotion([{ goods_detail: [good] }, { goods_detail: [good] }])).toHaveLength(1);
		const other = { ...good, quantity: 1 };
		expect(() => readPromotion([{ goods_detail: [good, other] }])).toThrow(/two promotions/);
	});

	it('is blamed for its own lines, not attach', () => {
		for (const odd of [{ goods_id: '' }, { quantity: 0 }, { unit_price: 0.5 }]) {
			expect(() => readPromotion([{ goods_detail: [{ ...good, ...odd }] }])).toThrow(
				expect.objectContaining({
					code: 'WECHAT_PROMOTION_UNREADABLE',
					message: expect.stringContaining('from promotion_detail') as string,
				}),
			);
		}
	});

	it('without goods is told', () => {
		for (const promotions of [undefined, null, [], [{}], [{ goods_detail: [] }], 'x']) {
			expect(() => readPromotion(promotions)).toThrow(
				expect.objectContaining({ code: 'WECHAT_PROMOTION_UNREADABLE' }),
			);
		}
	});
});

describe('the total', () => {
	it('prices a single line when it divides evenly', () => {
		expect(completeLines([{ sku: 'A', quantity: 2 }], 19_800, 'CNY')).toEqual([
			{ sku: 'A', quantity: 2, unit_price_fen: 9900, unit_price: '99.00' },
		]);
		expect(completeLines([{ sku: 'A', quantity: 3 }], 10_000, 'CNY')).toEqual([
			{ sku: 'A', quantity: 3 },
		]);
	});

	it('never changes a price that was told, and guesses none among several', () => {
		const told = [{ sku: 'A', quantity: 1, unit_price_fen: 100 }];
		expect(completeLines(told, 500, 'JPY')).toEqual([{ ...told[0], unit_price: '100' }]);
		const several = [
			{ sku: 'A', quantity: 1 },
			{ sku: 'B', quantity: 1 },
		];
		expect(completeLines(several, 200, 'CNY')).toEqual(several);
	});
});

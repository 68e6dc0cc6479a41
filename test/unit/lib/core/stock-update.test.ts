import fc from 'fast-check';

import { newest, readStockUpdate, sellable } from '../../../../lib/core/stock-update';

const NOW = Date.parse('2026-11-24T08:00:00.000Z');

describe('a stock figure', () => {
	it('takes the moment it was true for its version', () => {
		const update = readStockUpdate(
			{ sku: ' TEE ', quantity: '12.9', asOf: '2026-11-24T08:00:00.120+08:00' },
			NOW,
		);
		expect(update).toEqual({
			sku: 'TEE',
			quantity: 12,
			version: Date.parse('2026-11-24T00:00:00.120Z'),
			as_of: '2026-11-24T00:00:00.120Z',
		});
	});

	it('keeps a version of the merchant’s own, and is of now where nothing is said', () => {
		expect(readStockUpdate({ sku: 'A', quantity: 1, version: '7' }, NOW)).toMatchObject({
			version: 7,
			as_of: '2026-11-24T08:00:00.000Z',
		});
	});

	it.each([
		[{ sku: ' ', quantity: 1 }, 'STOCK_SKU_MISSING'],
		[{ sku: 'A', quantity: undefined }, 'STOCK_QUANTITY_INVALID'],
		[{ sku: 'A', quantity: '' }, 'STOCK_QUANTITY_INVALID'],
		[{ sku: 'A', quantity: 'many' }, 'STOCK_QUANTITY_INVALID'],
		[{ sku: 'A', quantity: 1, asOf: 'yesterday' }, 'STOCK_AS_OF_INVALID'],
		[{ sku: 'A', quantity: 1, version: 1.5 }, 'STOCK_VERSION_INVALID'],
	])('%#: is refused with %s', (given, code) => {
		expect(() => readStockUpdate(given, NOW)).toThrow(expect.objectContaining({ code }));
	});

	it('is of whole pieces, and never below zero', () => {
		fc.assert(
			fc.property(fc.double(), (quantity) => {
				const pieces = sellable(quantity);
				expect(pieces).toBeGreaterThanOrEqual(0);
				expect(Number.isInteger(pieces)).toBe(true);
				expect(pieces).toBeLessThanOrEqual(Math.max(0, Number.isFinite(quantity) ? quantity : 0));
			}),
		);
	});
});

it('keeps the newest figure of each SKU', () => {
	const updates = fc.array(
		fc.record({ sku: fc.constantFrom('A', 'B', 'C'), version: fc.integer({ min: 0, max: 9 }) }),
	);
	fc.assert(
		fc.property(updates, (all) => {
			const kept = [...newest(all, ({ sku }) => sku)];
			for (const sku of ['A', 'B', 'C']) {
				const of = all.filter((one) => one.sku === sku);
				const highest = Math.max(...of.map(({ version }) => version));
				const last = of.filter(({ version }) => version === highest).at(-1);
				expect(kept.filter((one) => one.sku === sku)).toEqual(last ? [last] : []);
				if (last) expect(kept).toContain(last);
			}
		}),
	);
});

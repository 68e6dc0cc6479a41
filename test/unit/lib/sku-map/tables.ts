import fc from 'fast-check';

import { plainRow, type PriceRule, type SkuRow } from '../../../../lib/sku-map/row';
import { rowsBySku, type CandidateProduct, type SkuTable } from '../../../../lib/sku-map/table';

export const ORDER = { shops: ['wx1', '1900000001'], at: '2026-11-11T12:00:00+08:00' };

export const product = (id: number, more: Partial<CandidateProduct> = {}): CandidateProduct => ({
	id,
	default_code: `P${id}`,
	barcode: '',
	name: `Product ${id}`,
	active: true,
	sale_ok: true,
	list_price: 10,
	uom_id: 1,
	...more,
});

export const row = (sku: string, name: string, more: Partial<SkuRow> = {}): SkuRow => ({
	...plainRow(sku, name),
	...more,
});

/** A set of several products, its rows numbered. */
export const set = (sku: string, ...parts: Array<[string, Partial<SkuRow>?]>): SkuRow[] =>
	parts.map(([name, more], index) =>
		row(sku, name, { part: index + 1, parts: parts.length, ...more }),
	);

export const table = (
	rows: SkuRow[],
	products: Record<string, CandidateProduct[]>,
	more: Partial<SkuTable> = {},
): SkuTable => ({
	rows: rowsBySku(rows),
	products: new Map(Object.entries(products)),
	units: [
		{ id: 1, name: 'Units', family: 1, factor: 1 },
		{ id: 2, name: 'Dozens', family: 1, factor: 12.000000000000002 },
		{ id: 3, name: 'kg', family: 2, factor: 1 },
	],
	companyId: 1,
	whereToAdd: 'here',
	...more,
});

const PRODUCTS = {
	A: [product(1, { list_price: 99 })],
	B: [product(2, { list_price: 0.01 })],
	C: [product(3, { list_price: 1234.5 })],
	GONE: [product(4, { active: false })],
	TWIN: [product(5), product(6)],
};

/** Parts of which exactly one is paid for as a whole, or all by list price; some of them gifts. */
const parts = fc
	.record({
		rule: fc.constantFrom<PriceRule>('as_paid', 'list_price'),
		names: fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 4 }),
		quantities: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 6, maxLength: 6 }),
		gifts: fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 2 }),
		uom: fc.constantFrom('', 'Dozens', 'Units'),
	})
	.map(({ rule, names, quantities, gifts, uom }): Array<[string, Partial<SkuRow>]> => {
		const paid = rule === 'as_paid' ? names.slice(0, 1) : names;
		return [
			...paid.map((name): [string, Partial<SkuRow>] => [name, { price: rule, uom }]),
			...gifts.map((name): [string, Partial<SkuRow>] => [name, { price: 'free' }]),
		].map(([name, more], index) => [name, { ...more, quantity: quantities[index] ?? 1 }]);
	});

/** Tables of SKUs S0, S1, …: most are sound, some cannot be mapped. */
export const tables = fc
	.array(
		fc.oneof(
			{ weight: 5, arbitrary: parts },
			fc.constantFrom<Array<[string, Partial<SkuRow>]>>(
				[['GONE', {}]],
				[['TWIN', {}]],
				[['NOBODY', {}]],
				[['A', { parts: 2 }]],
				[['A', { uom: 'kg' }]],
				[['A', { price: 'free' }]],
				[['A', { valid_until: '2026-11-10T00:00:00+08:00' }]],
				[['A', { shop: 'other' }]],
			),
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((sets) =>
		table(
			sets.flatMap((one, index) => set(`S${index}`, ...one)),
			PRODUCTS,
		),
	);

import fc from 'fast-check';

import { mapLines } from '../../../../lib/sku-map/map-lines';
import type { SkuRow } from '../../../../lib/sku-map/row';
import type { CandidateProduct } from '../../../../lib/sku-map/table';
import { ORDER, product, row, set, table, tables } from './tables';

const line = { sku: 'WX-1', quantity: 2, unit_price_fen: 9900 };
const PRODUCTS = {
	A: [product(1, { list_price: 20 })],
	B: [product(2, { list_price: 10 })],
	C: [product(3, { list_price: 0 })],
};
const map = (
	rows: SkuRow[],
	more = line,
	products: Record<string, CandidateProduct[]> = PRODUCTS,
) => mapLines([more], table(rows, products), ORDER);
const told = (rows: SkuRow[], products?: Record<string, CandidateProduct[]>) => {
	const mapping = map(rows, line, products);
	expect(mapping.status).toBe('unmapped');
	return mapping.unmapped[0];
};
const amounts = (rows: SkuRow[], more?: typeof line) =>
	map(rows, more).lines.map((one) => [one.product_id, one.quantity, one.unit_price_fen]);

describe('a line that is mapped', () => {
	it('keeps its quantity and price', () => {
		expect(map([row('WX-1', 'A')])).toEqual({
			status: 'mapped',
			lines: [
				{
					...line,
					product_id: 1,
					product_name: 'Product 1',
					default_code: 'P1',
				},
			],
			unmapped: [],
		});
	});

	it('of a pack becomes its pieces, two prices apart by a fen where one does not come out', () => {
		expect(
			amounts([row('WX-1', 'A', { quantity: 3 })], { ...line, unit_price_fen: 10_000 }),
		).toEqual([
			[1, 4, 3333],
			[1, 2, 3334],
		]);
		expect(amounts([row('WX-1', 'A', { uom: 'Dozens' })])).toEqual([[1, 24, 825]]);
	});

	it('of a set becomes all its products, gifts at no price', () => {
		const parts = set('WX-1', ['A'], ['B', { price: 'free', quantity: 2 }]);
		expect(amounts(parts)).toEqual([
			[1, 2, 9900],
			[2, 4, 0],
		]);
	});

	it('of a set is split by list price, the last fen to who lost most by rounding', () => {
		const byList = { price: 'list_price' } as const;
		const parts = set('WX-1', ['A', byList], ['B', byList], ['C', byList]);
		expect(amounts(parts, { sku: 'WX-1', quantity: 1, unit_price_fen: 100 })).toEqual([
			[1, 1, 67],
			[2, 1, 33],
			[3, 1, 0],
		]);
	});

	it('without a price leaves the prices to Odoo', () => {
		const { lines } = mapLines(
			[{ sku: 'WX-1', quantity: 1 }],
			table([row('WX-1', 'A', { quantity: 3 })], PRODUCTS),
			ORDER,
		);
		expect(lines).toMatchObject([{ product_id: 1, quantity: 3 }]);
		expect(lines[0]).not.toHaveProperty('unit_price_fen');
	});
});

describe('of several rows of a SKU', () => {
	const november = {
		valid_from: '2026-11-01T00:00:00+08:00',
		valid_until: '2026-11-30T23:59:59+08:00',
	};
	const shop = { shop: 'wx1' };
	const listing = { wechat_product_id: '77' };

	it.each([
		['dates before none', november, {}],
		['a shop before dates', shop, november],
		['its listing before a shop', listing, shop],
	])('the closer one is taken: %s', (_, close, far) => {
		const rows = [row('WX-1', 'B', far), row('WX-1', 'A', close)];
		const asked = mapLines([{ ...line, product_id: '77' }], table(rows, PRODUCTS), ORDER);
		expect(asked.lines).toMatchObject([{ product_id: 1 }]);
	});

	it('those of other shops, listings and times are passed over', () => {
		const rows = [
			row('WX-1', 'A'),
			row('WX-1', 'B', { shop: 'wx2' }),
			row('WX-1', 'B', { wechat_product_id: '78' }),
			row('WX-1', 'B', { valid_until: '2026-10-01T00:00:00+08:00' }),
		];
		const asked = mapLines([{ ...line, product_id: '77' }], table(rows, PRODUCTS), ORDER);
		expect(asked.lines).toMatchObject([{ product_id: 1 }]);
	});

	it('two that are equally close are never chosen between', () => {
		const other = { ...november, valid_from: '2026-11-05T00:00:00+08:00' };
		const rows = [row('WX-1', 'A', november), row('WX-1', 'B', other)];
		expect(told(rows)?.reason).toBe('ambiguous');
	});

	it('an archived namesake of an active product is passed over', () => {
		const products = { A: [product(1, { active: false }), product(2)] };
		expect(map([row('WX-1', 'A')], line, products).lines).toMatchObject([{ product_id: 2 }]);
	});
});

describe('an order with one line that is not certain is not mapped, and a person reads why', () => {
	const bare = [row('WX-1', 'A')];
	it.each<[string, string, SkuRow[], CandidateProduct[] | undefined]>([
		['unknown', 'WeChat SKU "WX-1" is not in the table. Add it here.', [], undefined],
		[
			'unknown',
			'The table has WeChat SKU "WX-1" for other shops only',
			[row('WX-1', 'A', { shop: 'x' })],
			undefined,
		],
		['missing_product', 'Odoo has no product "A"', bare, []],
		[
			'archived',
			'[P9] Product 9, mapped to WeChat SKU "WX-1", is archived',
			bare,
			[product(9, { active: false })],
		],
		[
			'ambiguous',
			'matches 2 products in Odoo: [P7] Product 7, [P8] Product 8',
			bare,
			[product(7), product(8)],
		],
		[
			'ambiguous',
			'The table has 2 rows for WeChat SKU "WX-1" that are valid at the same time',
			[...bare, ...bare],
			undefined,
		],
		[
			'not_for_sale',
			'is not for sale. Select Sales on the product',
			bare,
			[product(9, { sale_ok: false })],
		],
		['combo', 'does not say what the buyer chose', bare, [product(9, { combo: true })]],
		['wrong_company', 'belongs to another company', bare, [product(9, { company_id: 2 })]],
		[
			'expired',
			'ended at 2026-11-10T23:59:59+08:00',
			[row('WX-1', 'A', { valid_until: '2026-11-10T23:59:59+08:00' })],
			undefined,
		],
		[
			'not_yet_valid',
			'is mapped from 2026-11-12T00:00:00+08:00, but',
			[row('WX-1', 'A', { valid_from: '2026-11-12T00:00:00+08:00' })],
			undefined,
		],
		[
			'incomplete',
			'has 3 parts, but part 2 is not in the table',
			[row('WX-1', 'A', { parts: 3 }), row('WX-1', 'B', { part: 3, parts: 3 })],
			undefined,
		],
		[
			'bad_row',
			'have different values in parts',
			[row('WX-1', 'A', { parts: 3 }), row('WX-1', 'B', { part: 2, parts: 2 })],
			undefined,
		],
		[
			'bad_row',
			'cannot be used. quantity is "x"',
			[row('WX-1', 'A', { problem: 'quantity is "x".' })],
			undefined,
		],
		[
			'unit_of_measure',
			'no unit of measure "Crates"',
			[row('WX-1', 'A', { uom: 'Crates' })],
			undefined,
		],
		['unit_of_measure', 'no unit of measure "kg"', [row('WX-1', 'A', { uom: 'kg' })], undefined],
		[
			'unit_of_measure',
			"would be 0.5 of the product's unit",
			[row('WX-1', 'A', { quantity: 0.5 })],
			undefined,
		],
		[
			'price',
			'Every product of WeChat SKU "WX-1" is free',
			[row('WX-1', 'A', { price: 'free' })],
			undefined,
		],
		['price', 'would each cost the whole amount paid', set('WX-1', ['A'], ['B']), undefined],
		[
			'price',
			'none of its products has a Sales Price',
			set('WX-1', ['C', { price: 'list_price' }], ['C', { price: 'list_price' }]),
			undefined,
		],
	])('%s: %s', (reason, message, rows, candidates) => {
		const line = told(rows, candidates ? { A: candidates } : undefined);
		expect(line).toMatchObject({ sku: 'WX-1', quantity: 2, unit_price_fen: 9900, reason });
		expect(line?.message).toContain(message);
	});

	it.each([
		{ sku: '', quantity: 1 },
		{ sku: 'WX-1', quantity: 0 },
		{ sku: 'WX-1', quantity: 1.5 },
		{ sku: 'WX-1', quantity: Number.NaN },
		{ sku: 'WX-1', quantity: 1, unit_price_fen: 0.5 },
		{ sku: 'WX-1', quantity: 1, unit_price_fen: -1 },
	])('unreadable: %j', (unreadable) => {
		const mapping = mapLines([unreadable], table(bare, PRODUCTS), ORDER);
		expect(mapping).toMatchObject({ status: 'unmapped', unmapped: [{ reason: 'unreadable' }] });
	});

	it('no lines at all', () => {
		expect(mapLines([], table([], {}), ORDER).unmapped[0]?.reason).toBe('no_lines');
	});

	it('with what may have been meant, which is not applied', () => {
		const mapping = map([row('wx-1', 'A'), row('WX-9-LONG', 'B')]);
		expect(mapping.lines).toEqual([]);
		expect(mapping.unmapped[0]?.suggestions).toEqual([
			{
				sku: 'wx-1',
				name: '[P1] Product 1',
				because: 'differs in upper and lower case or width only',
			},
		]);
	});
});

describe('whatever the table', () => {
	const order = fc.array(
		fc.record({
			sku: fc.integer({ min: 0, max: 7 }).map((index) => `S${index}`),
			quantity: fc.integer({ min: 1, max: 500 }),
			unit_price_fen: fc.integer({ min: 0, max: 10_000_000 }),
		}),
		{ minLength: 1, maxLength: 6 },
	);

	it('the prices of a mapped order add up to what was paid, to the fen', () => {
		fc.assert(
			fc.property(tables, order, (any, lines) => {
				const mapping = mapLines(lines, any, ORDER);
				fc.pre(mapping.status === 'mapped');
				const paid = lines.reduce((sum, one) => sum + one.quantity * one.unit_price_fen, 0);
				const mapped = mapping.lines.reduce(
					(sum, one) => sum + one.quantity * (one.unit_price_fen ?? Number.NaN),
					0,
				);
				expect(mapped).toBe(paid);
				for (const one of mapping.lines) {
					expect(one.quantity).toBeGreaterThan(0);
					expect(Number.isSafeInteger(one.quantity)).toBe(true);
					expect(one.unit_price_fen).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('an order is mapped exactly when each of its lines is, alone', () => {
		fc.assert(
			fc.property(tables, order, (any, lines) => {
				const alone = lines.map((one) => mapLines([one], any, ORDER));
				const mapping = mapLines(lines, any, ORDER);
				const all = alone.every(({ status }) => status === 'mapped');
				expect(mapping.status).toBe(all ? 'mapped' : 'unmapped');
				expect(mapping.lines).toEqual(alone.flatMap((one) => one.lines));
				expect(mapping.unmapped).toHaveLength(
					alone.filter(({ status }) => status === 'unmapped').length,
				);
			}),
			{ numRuns: 300 },
		);
	});
});

import fc from 'fast-check';

import { planImport } from '../../../../../lib/sku-map/import/plan-import';
import { rowItem } from '../../../../../lib/sku-map/import/columns';
import { readRow, readRows } from '../../../../../lib/sku-map/import/read-rows';
import { rowKey, type SkuRow, type StoredRow } from '../../../../../lib/sku-map/row';
import { product, row, set, table } from '../tables';

const PRODUCTS = {
	'id:1': [product(1)],
	'id:2': [product(2)],
	'id:3': [product(3, { active: false })],
	'id:4': [product(4), product(5)],
	'id:6': [product(6, { sale_ok: false })],
	'id:7': [product(7, { company_id: 2 })],
};
const known = table([], PRODUCTS);
const stored = (...rows: SkuRow[]): StoredRow[] =>
	rows.map((one, index) => ({ id: index + 1, row: one }));
const numbered = (...rows: SkuRow[]) => rows.map((one, index) => ({ number: index + 2, row: one }));
const plan = (file: SkuRow[], there: SkuRow[] = []) =>
	planImport(numbered(...file), stored(...there), known);
const actions = (file: SkuRow[], there: SkuRow[] = []) =>
	plan(file, there).rows.map(({ action }) => action);
/** What a person reads about a file of one row. */
const message = (item: Record<string, unknown>, there: SkuRow[] = []) => {
	const [only] = planImport(readRows([item]), stored(...there), known).rows;
	expect(only?.action).toBe('refuse');
	return only?.message;
};

it('tells new, changed and unchanged rows apart, and what is changed', () => {
	const there = [row('A', 'id:1'), row('B', 'id:1')];
	const file = [row('A', 'id:1'), row('B', 'id:2', { quantity: 3 }), row('C', 'id:1')];
	expect(actions(file, there)).toEqual(['unchanged', 'update', 'create']);
	expect(plan(file, there).rows[1]).toMatchObject({
		ids: [2],
		message: 'It changes product, quantity.',
	});
});

describe('a bad row is refused with a sentence for a person', () => {
	it.each([
		[{ product: 'id:1' }, 'There is no WeChat SKU in it. Fill the column sku.'],
		[{ sku: 'A' }, 'There is no Odoo product in it. Fill the column product.'],
		[{ sku: '1.2E+18', product: 'id:1' }, 'sku "1.2E+18" is a long number that a spreadsheet has'],
		[{ sku: 'A', product: 'id:1', quantity: '0' }, 'quantity is "0", not a number above 0.'],
		[{ sku: 'A', product: 'id:1', part: 'x' }, 'part is "x", not a whole number from 1 to 100.'],
		[{ sku: 'A', product: 'id:1', part: 3, parts: 2 }, 'It is part 3 of only 2.'],
		[{ sku: 'A', product: 'id:1', price: 'cheap' }, 'Write "as paid", "list price" or "free".'],
		[{ sku: 'A', product: 'id:1', valid_from: '01/02/2026' }, 'Write a day as 2026-11-11'],
		[
			{ sku: 'A', product: 'id:1', valid_from: '2026-11-12', valid_until: '2026-11-11' },
			'before it begins',
		],
		[{ sku: 'A', product: 'id:9' }, 'Odoo has no product "id:9"'],
		[{ sku: 'A', product: 'id:3' }, 'is archived in Odoo. Unarchive it'],
		[{ sku: 'A', product: 'id:4' }, 'matches 2 products in Odoo'],
		[{ sku: 'A', product: 'id:6' }, 'is not for sale. Select Sales on the product'],
		[{ sku: 'A', product: 'id:7' }, 'belongs to another company'],
		[{ sku: 'A', product: 'id:1', uom: 'Parsecs' }, 'no unit of measure "Parsecs"'],
		[{ sku: 'A', product: 'id:1', quantity: 0.5 }, 'It must be a whole number'],
		[{ sku: 'A', product: 'id:1', price: 'free' }, 'so no product has the amount paid'],
		[{ sku: 'A', product: 'id:1', part: 1, parts: 2 }, 'part 2 is not in the table'],
	])('%j', (item, words) => {
		expect(message(item)).toContain(words);
	});

	it('a SKU that has lost its leading zeros, beside the known one', () => {
		const words = message({ sku: 690123, product: 'id:1' }, [row('00690123', 'id:1')]);
		expect(words).toContain('sku "690123" has lost its leading zeros: "00690123" is known.');
	});

	it('a row that says what an earlier one says', () => {
		expect(plan([row('A', 'id:1'), row('A', 'id:2')]).rows).toMatchObject([
			{ action: 'refuse', message: expect.stringContaining('row 3 was refused') },
			{ action: 'refuse', message: expect.stringContaining('the SKU of row 2') },
		]);
	});

	it('a row whose twins a person has typed into the table', () => {
		const [only] = plan([row('A', 'id:2')], [row('A', 'id:1'), row('A', 'id:1')]).rows;
		expect(only).toMatchObject({ action: 'refuse', message: expect.stringContaining('Odoo') });
	});
});

it('takes a set whole or not at all', () => {
	const gift = { price: 'free' } as const;
	expect(actions(set('S', ['id:1'], ['id:9', gift]))).toEqual(['refuse', 'refuse']);
	expect(actions(set('S', ['id:1'], ['id:2', gift]))).toEqual(['create', 'create']);
	const [first] = set('S', ['id:2'], ['id:2', gift]);
	expect(actions([first!], set('S', ['id:1'], ['id:2', gift]))).toEqual(['update']);
});

it('drops the parts that a set no longer has, but only where it is taken', () => {
	const gift = { price: 'free' } as const;
	const there = set('S', ['id:1'], ['id:2', gift], ['id:1', gift]);
	expect(plan(set('S', ['id:1'], ['id:2', gift]), there).obsolete).toMatchObject([{ id: 3 }]);
	expect(plan(set('S', ['id:1'], ['id:9', gift]), there).obsolete).toEqual([]);
});

it('leaves a stored row that could not be imported now as it is, where the file says the same', () => {
	expect(actions([row('A', 'id:3')], [row('A', 'id:3')])).toEqual(['unchanged']);
});

const rows = fc
	.uniqueArray(
		fc.record({
			sku: fc.stringMatching(/^[A-Z]{1,3}[0-9]{0,3}$/),
			shop: fc.constantFrom('', 'wx1'),
			quantity: fc.integer({ min: 1, max: 9 }),
			uom: fc.constantFrom('', 'Dozens'),
			valid_from: fc.constantFrom('', '2026-11-11T00:00:00+08:00'),
			note: fc.constantFrom('', '备注, "quoted"'),
		}),
		{ selector: ({ sku, shop, valid_from: from }) => JSON.stringify([sku, shop, from]) },
	)
	.map((some) => some.map(({ sku, ...more }) => row(sku, 'id:1', more)));

it('a table that has taken a file takes it again without a change, through a file too', () => {
	fc.assert(
		fc.property(rows, rows, fc.constantFrom('en' as const, 'zh' as const), (there, file, lang) => {
			const first = plan(file, there);
			const merged = new Map(there.map((one) => [rowKey(one), one]));
			for (const { row: one } of first.rows) merged.set(rowKey(one), one);
			const after = [...merged.values()];
			const again = after.map((one) => readRow(rowItem(one, lang)));
			expect(again).toEqual(after);
			expect(new Set(actions(after, after))).toEqual(new Set(after.length ? ['unchanged'] : []));
		}),
	);
});

import { columnOf, COLUMNS, priceRuleOf, rowItem } from '../../../../../lib/sku-map/import/columns';
import { plainRow } from '../../../../../lib/sku-map/row';

it.each([
	['SKU', 'sku'],
	[' Sku_Code ', 'sku'],
	['微信 SKU', 'sku'],
	['ＳＫＵ编码', 'sku'],
	['\uFEFFOdoo Product', 'product'],
	['Valid-From', 'valid_from'],
	['备注', 'note'],
])('reads the header %p', (header, column) => expect(columnOf(header)).toBe(column));

it('knows no other header, however like an inner name', () => {
	for (const header of ['', 'colour', 'constructor', '__proto__', 'problem'])
		expect(columnOf(header)).toBeUndefined();
});

it.each([
	['', 'as_paid'],
	['As paid', 'as_paid'],
	['按标价分摊', 'list_price'],
	['赠品', 'free'],
])('reads the price rule %p', (cell, rule) => expect(priceRuleOf(cell)).toBe(rule));

it('guesses no price rule', () => expect(priceRuleOf('half')).toBeUndefined());

it('exports headers that the import reads again, in both languages', () => {
	for (const language of ['en', 'zh'] as const) {
		const headers = Object.keys(rowItem(plainRow('A', 'TEE'), language));
		expect(headers.map(columnOf)).toEqual(COLUMNS);
	}
});

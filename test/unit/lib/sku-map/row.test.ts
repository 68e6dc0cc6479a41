import { checkRow, isDated, plainRow, rowKey, setKey } from '../../../../lib/sku-map/row';

const plain = plainRow('WX-1', 'TEE');

it('has no problem when it only says which product a SKU is', () => {
	expect(checkRow(plain)).toEqual(plain);
});

it.each([
	['quantity', { quantity: 0 }, 'quantity is "0"'],
	['quantity', { quantity: Number.NaN }, 'quantity is "NaN"'],
	['quantity', { quantity: 1_000_001 }, 'quantity is "1000001"'],
	['part', { part: 1.5 }, 'part is "1.5"'],
	['parts', { parts: 101 }, 'parts is "101"'],
])('names an odd %s and counts on with 1', (column, more, problem) => {
	const checked = checkRow({ ...plain, ...more });
	expect(checked).toMatchObject({ [column]: 1, problem: expect.stringContaining(problem) });
});

it('says what a person wrote, all problems at once, those found before first', () => {
	const odd = { ...plain, quantity: -1, part: 3, parts: 2, valid_from: '2', valid_until: '1' };
	const { problem = '' } = checkRow(odd, ['The price is odd.'], () => 'minus one');
	expect(problem).toMatch(
		/^The price is odd\. quantity is "minus one".* part 3 of only 2\. It ends/,
	);
});

it('belongs to the set of its SKU, listing and shop; sets with dates differ by their first day', () => {
	const other = [{ sku: 'WX-2' }, { shop: 'wx1' }, { wechat_product_id: '7' }, { valid_from: '2' }];
	const keys = [plain, ...other.map((more) => ({ ...plain, ...more }))].map(setKey);
	expect(new Set(keys).size).toBe(keys.length);
	expect(setKey({ ...plain, part: 2, parts: 2 })).toBe(setKey(plain));
	expect(rowKey({ ...plain, part: 2, parts: 2 })).not.toBe(rowKey(plain));
	expect([plain, { ...plain, valid_until: '3' }].map(isDated)).toEqual([false, true]);
});

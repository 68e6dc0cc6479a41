import { readLines } from '../../../../lib/core/order-lines';

it('makes numbers of text again, and text of a SKU of digits', () => {
	const lines = [{ sku: 1001, quantity: '2', unit_price_fen: ' 9900 ', product_id: 77 }];
	expect(readLines(lines)).toEqual([
		{ sku: '1001', quantity: 2, unit_price_fen: 9900, product_id: '77' },
	]);
});

it('leaves out what a line does not have, and keeps an odd line as one that cannot be mapped', () => {
	expect(readLines([{ sku: 'A', quantity: 1 }, null, 'x', { sku: {}, quantity: '' }])).toEqual([
		{ sku: 'A', quantity: 1 },
		{ sku: '', quantity: Number.NaN },
		{ sku: '', quantity: Number.NaN },
		{ sku: '', quantity: Number.NaN },
	]);
});

it.each([undefined, null, '[]', { 0: 'a', length: 1 }, 5])('reads no lines from %p', (value) => {
	expect(readLines(value)).toEqual([]);
});

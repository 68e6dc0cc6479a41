import fc from 'fast-check';

import {
	readCsv,
	byCodeWithoutZeros,
	restoreZeros,
	spreadsheetDamage,
} from '../../../../../lib/sku-map/import/csv';

it.each([
	['commas', 'sku,product\nWX-1,TEE\n'],
	['tabs, as pasted from a spreadsheet', 'sku\tproduct\r\nWX-1\tTEE'],
	['semicolons', 'sku;product\r\nWX-1;TEE\r\n'],
	['Chinese commas', 'sku，product\nWX-1，TEE'],
	['a byte order mark and empty lines', '\uFEFFsku,product\n\n,\nWX-1,TEE\n\n'],
])('reads %s', (_, text) => {
	expect(readCsv(text)).toEqual([{ sku: 'WX-1', product: 'TEE' }]);
});

it('keeps delimiters, quotes and line ends inside quotes', () => {
	expect(readCsv('sku,note\n"A,1","He said ""hi""\nand left"')).toEqual([
		{ sku: 'A,1', note: 'He said "hi"\nand left' },
	]);
});

it('drops carriage returns outside quotes, and takes a quote inside a cell as it is', () => {
	expect(readCsv('sku,note\r\n "A\r1" ,5" disc\r\n')).toEqual([{ sku: ' A\r1 ', note: '5" disc' }]);
	expect(readCsv('sku,note\nA,"not closed,\nB')).toEqual([{ sku: 'A', note: 'not closed,\nB' }]);
});

it('has no rows without text, and none where there are only headers', () => {
	expect(readCsv('')).toEqual([]);
	expect(readCsv('sku,product')).toEqual([]);
});

it('reads back whatever is written by the standard', () => {
	const cell = fc
		.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '红') })
		.map((s) => `x${s}`);
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
			const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
			const text = ['a,b', ...rows.map((row) => row.map(quote).join())].join('\r\n');
			expect(readCsv(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
		}),
	);
});

it.each(['6.9E+12', '6,9e+12', 1e15, 1_234_567_890_123_456, '123456789012345000'])(
	'recognises %p as a code that a spreadsheet has cut',
	(cell) => expect(spreadsheetDamage(cell)).toContain('Format the column as Text'),
);

it.each(['6901234567892', 6901234567892, '123456789012345678', '1E5', 'TEE-000', ''])(
	'leaves %p alone',
	(cell) => expect(spreadsheetDamage(cell)).toBeUndefined(),
);

it('finds the code that a number was before it lost its zeros', () => {
	const known = byCodeWithoutZeros(['00421', '0A1', '77']);
	expect(restoreZeros('421', known)).toBe('00421');
	for (const code of ['A1', '77', '0421', 'x']) expect(restoreZeros(code, known)).toBeUndefined();
});

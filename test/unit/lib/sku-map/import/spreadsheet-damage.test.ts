import {
	byCodeWithoutZeros,
	restoreZeros,
	spreadsheetDamage,
} from '../../../../../lib/sku-map/import/spreadsheet-damage';

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

import { inOwnUnit, productLabel, rowsBySku, unitOf } from '../../../../lib/sku-map/table';
import { product, row } from './tables';

const UNITS = [
	{ id: 1, name: 'Units', family: 1, factor: 1 },
	{ id: 2, name: 'Dozens', family: 1, factor: 12 },
	{ id: 3, name: 'kg', family: 2, factor: 1 },
	{ id: 4, name: 'Sixths', family: 1, factor: 1 / 6 },
];

it('indexes rows by SKU, and leaves out those without one', () => {
	const rows = [row('A', 'TEE'), row('', 'MUG'), row('A', 'CAP')];
	expect([...rowsBySku(rows)]).toEqual([['A', [rows[0], rows[2]]]]);
});

it('names a product by its code where it has one', () => {
	expect(productLabel({ ...product(1), default_code: 'TEE', name: 'T-shirt' })).toBe(
		'[TEE] T-shirt',
	);
	expect(productLabel({ ...product(1), default_code: '', name: 'T-shirt' })).toBe('T-shirt');
});

it('converts within a family of units, without the rounding of floats', () => {
	expect(inOwnUnit(2, 'Dozens', 1, UNITS)).toBe(24);
	expect(inOwnUnit(6, 'Sixths', 1, UNITS)).toBe(1);
	expect(inOwnUnit(6, 'Units', 2, UNITS)).toBe(0.5);
	expect(inOwnUnit(5, '', 1, UNITS)).toBe(5);
});

it('guesses no unit: of another family, unknown, or named twice', () => {
	expect(inOwnUnit(1, 'kg', 1, UNITS)).toBeUndefined();
	expect(inOwnUnit(1, 'Boxes', 1, UNITS)).toBeUndefined();
	expect(inOwnUnit(1, 'Units', undefined, UNITS)).toBeUndefined();
	expect(unitOf('Dozens', 1, [...UNITS, { ...UNITS[1]!, id: 9 }])).toBeUndefined();
});

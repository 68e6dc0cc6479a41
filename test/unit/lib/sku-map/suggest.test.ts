import { compare, suggestSkus } from '../../../../lib/sku-map/suggest';
import { product, row, table } from './tables';

it.each([
	['tee-red-m', 'TEE-RED-M', 'upper and lower case'],
	['ＴＥＥ', 'TEE', 'width'],
	['TEE.RED.M', 'TEE-RED-M', 'spaces, dots or dashes'],
	['123', '000123', 'leading zeros'],
	['TEE-RED-N', 'TEE-RED-M', '1 character'],
	['TEE-RDE-M', 'TEE-RED-M', '2 characters'],
])('%s is like %s: %s', (one, other, because) => {
	expect(compare(one, other)?.because).toContain(because);
	expect(compare(other, one)?.because).toContain(because);
});

it.each([
	['TEE-RED-M', 'TEE-RED-M'],
	['TEE-RED-M', 'CAP-BLUE-L'],
	['A1', 'A2'],
	['', 'A'],
])('%s is not to be taken for %s', (one, other) => {
	expect(compare(one, other)).toBeUndefined();
});

it('gives the closest three, products of Odoo among them', () => {
	const rows = ['tee-red-m', 'TEE-RED-MX', 'TEE-RED-MXY', 'TEE RED M'].map((sku) => row(sku, 'A'));
	const similar = [product(9, { default_code: 'TEE-RED-M', name: 'Red tee' })];
	const suggestions = suggestSkus('TEE-RED-M', table(rows, { A: [product(1)] }, { similar }));
	expect(suggestions).toEqual([
		{ sku: 'tee-red-m', name: '[P1] Product 1', because: expect.stringContaining('case') },
		{ product_id: 9, name: '[TEE-RED-M] Red tee', because: 'has this Internal Reference' },
		{ sku: 'TEE RED M', name: '[P1] Product 1', because: expect.stringContaining('spaces') },
	]);
});

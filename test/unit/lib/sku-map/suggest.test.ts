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

const unknownAndKnown = (unknown: number, known: number) => {
	const otherSkus = Array.from({ length: known }, (_, index) => `WX-TEE-RED-${10_000 + index}-XL`);
	const suggested = table([], {}, { otherSkus });
	const skus = Array.from({ length: unknown }, (_, index) => `WX-TEE-RED-${14_990 + index}-XL`);
	return () => skus.map((sku) => suggestSkus(sku, suggested));
};

it('suggests for at most 20 SKUs of a table, and once for each', () => {
	const suggest = unknownAndKnown(100, 5_000);
	const filled = suggest().filter((suggestions) => suggestions.length > 0);
	expect(filled).toHaveLength(20);
	expect(suggest().filter((suggestions) => suggestions.length > 0)).toEqual(filled);
});

it('compares 100 unknown SKUs with 5,000 rows within half a second', () => {
	const times = [1, 2, 3].map(() => {
		const suggest = unknownAndKnown(100, 5_000);
		const started = performance.now();
		suggest();
		return performance.now() - started;
	});
	expect(Math.min(...times)).toBeLessThan(500);
});

it('suggests nothing for a code of 1 MB', () => {
	expect(suggestSkus('A'.repeat(1_000_000), table([row('A', 'A')], {}))).toEqual([]);
});

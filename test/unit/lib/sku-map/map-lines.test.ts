import fc from 'fast-check';

import { mapLines } from '../../../../lib/sku-map/map-lines';
import { tableFromRows, type CandidateProduct } from '../../../../lib/sku-map/table';

const product = (more: Partial<CandidateProduct> = {}): CandidateProduct => ({
	id: 7,
	default_code: 'TEE-RED-M',
	name: 'Red tee M',
	active: true,
	sale_ok: true,
	...more,
});

const tableWith = (...candidates: CandidateProduct[]) =>
	tableFromRows([{ sku: 'WX-1', product: 'P' }], new Map([['P', candidates]]));

const line = { sku: 'WX-1', quantity: 2, unit_price_fen: 9900 };
const reasonWith = (...candidates: CandidateProduct[]) =>
	mapLines([line], tableWith(...candidates), 'here').unmapped[0]?.reason;

describe('mapLines', () => {
	it('translates a line and keeps its quantity and price', () => {
		expect(mapLines([line], tableWith(product()), 'here')).toEqual({
			status: 'mapped',
			lines: [
				{
					sku: 'WX-1',
					quantity: 2,
					unit_price_fen: 9900,
					product_id: 7,
					product_name: 'Red tee M',
					default_code: 'TEE-RED-M',
				},
			],
			unmapped: [],
		});
	});

	it('says where to add an unknown SKU', () => {
		const { status, unmapped } = mapLines([line], new Map(), 'in the rows of this node');
		expect(status).toBe('unmapped');
		expect(unmapped[0]).toMatchObject({ sku: 'WX-1', quantity: 2, reason: 'unknown' });
		expect(unmapped[0]?.message).toContain('Add it in the rows of this node.');
	});

	it.each([
		['missing_product', []],
		['archived', [product({ active: false })]],
		['ambiguous', [product(), product({ id: 8 })]],
		['not_for_sale', [product({ sale_ok: false })]],
	])('refuses to guess: %s', (reason, candidates) => {
		expect(reasonWith(...candidates)).toBe(reason);
	});

	it('passes over an archived namesake of an active product', () => {
		expect(reasonWith(product({ id: 3, active: false }), product())).toBeUndefined();
	});

	it('refuses a SKU that stands in two rows', () => {
		const rows = [
			{ sku: 'WX-1', product: 'P' },
			{ sku: ' WX-1 ', product: 'Q' },
		];
		const table = tableFromRows(rows, new Map([['P', [product()]]]));
		expect(mapLines([line], table, 'here').unmapped[0]?.reason).toBe('ambiguous');
	});

	it.each([
		{ sku: '', quantity: 1 },
		{ sku: 'WX-1', quantity: 0 },
		{ sku: 'WX-1', quantity: 1.5 },
		{ sku: 'WX-1', quantity: Number.NaN },
	])('passes an unreadable line on with its order: %j', (unreadable) => {
		const { status, unmapped } = mapLines([unreadable], tableWith(product()), 'here');
		expect(status).toBe('unmapped');
		expect(unmapped[0]?.reason).toBe('unreadable');
	});

	it('leaves an order without lines unmapped', () => {
		expect(mapLines([], new Map(), 'here').unmapped[0]?.reason).toBe('no_lines');
	});

	it('is mapped exactly when no line is left over, whatever the mix', () => {
		const skus = fc.array(fc.constantFrom('WX-1', 'WX-2', 'WX-3'), { minLength: 1 });
		fc.assert(
			fc.property(skus, (order) => {
				const lines = order.map((sku) => ({ sku, quantity: 1 }));
				const mapping = mapLines(lines, tableWith(product()), 'here');
				const unknown = order.filter((sku) => sku !== 'WX-1').length;
				expect(mapping.unmapped).toHaveLength(unknown);
				expect(mapping.lines).toHaveLength(order.length - unknown);
				expect(mapping.status).toBe(unknown === 0 ? 'mapped' : 'unmapped');
			}),
		);
	});
});

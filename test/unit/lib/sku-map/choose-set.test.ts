import { chooseSet, wholeSet, type Question } from '../../../../lib/sku-map/choose-set';
import { rowsBySku } from '../../../../lib/sku-map/table';
import type { SkuRow } from '../../../../lib/sku-map/row';
import { ORDER, row, set } from './tables';

const choose = (rows: SkuRow[], more: Partial<Question> = {}) =>
	chooseSet(
		{ sku: 'A', wechatProductId: '', ...ORDER, ...more },
		{ rows: rowsBySku(rows), whereToAdd: 'in Odoo' },
	);
const productsOf = (rows: SkuRow[], more: Partial<Question> = {}) => {
	const choice = choose(rows, more);
	return 'rows' in choice ? choice.rows.map(({ product }) => product) : choice.reason;
};

it('prefers rows for the listing, then for the shop, then with dates', () => {
	const all = row('A', 'ALL');
	const dated = row('A', 'DATED', { valid_from: '2026-11-01T00:00:00+08:00' });
	const ofShop = row('A', 'SHOP', { shop: 'wx1' });
	const listed = row('A', 'LISTED', { wechat_product_id: '7' });
	expect(productsOf([all])).toEqual(['ALL']);
	expect(productsOf([all, dated])).toEqual(['DATED']);
	expect(productsOf([all, dated, ofShop])).toEqual(['SHOP']);
	expect(productsOf([all, dated, ofShop, listed], { wechatProductId: '7' })).toEqual(['LISTED']);
});

it.each([
	['unknown', [row('B', 'TEE')], {}],
	['unknown', [row('A', 'TEE', { shop: 'wx9' })], {}],
	['unknown', [row('A', 'TEE', { wechat_product_id: '8' })], { wechatProductId: '7' }],
	['not_yet_valid', [row('A', 'TEE', { valid_from: '2027-01-01T00:00:00+08:00' })], {}],
	['expired', [row('A', 'TEE', { valid_until: '2026-01-01T00:00:00+08:00' })], {}],
	['bad_row', [{ ...row('A', 'TEE'), problem: 'It is odd.' }], {}],
	['ambiguous', [row('A', 'TEE'), row('A', 'MUG')], {}],
])('says %s in place of a guess', (reason, rows, more) => {
	expect(productsOf(rows, more)).toBe(reason);
});

it('asks for the listing where a SKU is in several', () => {
	const rows = ['7', '8'].map((id) => row('A', `P${id}`, { wechat_product_id: id }));
	expect(productsOf(rows)).toBe('ambiguous');
	expect(productsOf(rows, { wechatProductId: '8' })).toEqual(['P8']);
});

it('gives the parts of a set in order, and none of a set with a hole', () => {
	const parts = set('A', ['TEE'], ['MUG'], ['CAP']);
	expect(wholeSet('A', [...parts].reverse())).toEqual({ rows: parts });
	expect(wholeSet('A', parts.slice(1))).toMatchObject({
		...{ reason: 'incomplete', message: expect.stringContaining('part 1 is not') },
	});
	const dated = parts.map((one) => ({ ...one, valid_from: '2026-01-01T00:00:00+08:00' }));
	const [first, ...others] = dated;
	const differing = [{ ...first!, valid_until: '2027-01-01T00:00:00+08:00' }, ...others];
	expect(wholeSet('A', differing)).toMatchObject({ reason: 'bad_row' });
});

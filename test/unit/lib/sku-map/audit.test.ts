import { auditReport } from '../../../../lib/sku-map/audit-report';
import { auditTable, readListing } from '../../../../lib/sku-map/audit';
import { ORDER, product, row, set, table } from './tables';

const PRODUCTS = { A: [product(1)], B: [product(2)], GONE: [product(3, { active: false })] };
const ROWS = [
	row('ONE', 'A'),
	row('OLD', 'GONE'),
	row('TWICE', 'A'),
	row('TWICE', 'B'),
	...set('SET', ['A'], ['B', { price: 'free' }]),
];
const found = (question: Partial<Parameters<typeof auditTable>[1]> = {}) =>
	auditTable(table(ROWS, PRODUCTS), { at: ORDER.at, ...question });
const named = (findings: ReturnType<typeof found>) =>
	findings.map(({ finding, sku }) => `${finding} ${sku}`);

it('names what cannot be mapped though it is in the table, each once', () => {
	expect(named(found())).toEqual(['duplicate TWICE', 'unusable OLD']);
});

it('names what the shop lists without a row, and rows that it does not list', () => {
	const listing = readListing([
		{ sku_code: 'ONE', sku_id: '1' },
		{ sku: ' NEW ', product_id: '77', title: 'New thing' },
		{ sku: 'OLD' },
		{ timestamp: 'no SKU at all' },
	]);
	const findings = found({ listing });
	expect(named(findings)).toEqual([
		'not_mapped NEW',
		'duplicate TWICE',
		'unusable OLD',
		'not_listed TWICE',
		'not_listed SET',
	]);
	expect(findings[0]).toMatchObject({ wechat_product_id: '77', reason: 'unknown' });
	expect(findings[0]?.message).toContain('New thing');
});

it('names what was never sold: one product of a set that nobody bought is enough', () => {
	expect(named(found({ sold: new Set([1]), days: 90 }))).toContain('never_sold SET');
	expect(named(found({ sold: new Set([1]), days: 90 }))).not.toContain('never_sold ONE');
	expect(named(found({ sold: new Set([1, 2]), days: 90 }))).not.toContain('never_sold SET');
});

it('reports the urgent ones first, with suggestions, and says what was not compared', () => {
	const listing = [{ sku: 'one' }];
	const text = auditReport(found({ listing }), { skus: 4, compared: true });
	expect(text.indexOf('Listed in WeChat, but not mapped')).toBeLessThan(text.indexOf('archived'));
	expect(text).toContain('Perhaps: [P1] Product 1');
	expect(auditReport([], { skus: 4, compared: false })).toBe(
		'The SKU table has 4 SKUs. It was not compared with a listing, because the node received none. Nothing to do.',
	);
});

import { affectedTests } from '../../../../tools/test/affected-tests';

const MAP = 'nodes/SkuMap/SkuMap.node.ts';
const imports: Record<string, string[]> = {
	'lib/core/money.ts': [],
	'lib/stock/watch.ts': ['lib/core/money.ts'],
	'lib/sku-map/map-lines.ts': [],
	[MAP]: ['lib/sku-map/map-lines.ts'],
	'tools/services/prepare.ts': [],
	'test/support/stack.ts': ['tools/services/prepare.ts'],
	'test/unit/lib/stock/watch.test.ts': ['lib/stock/watch.ts'],
	'test/unit/docs.test.ts': [],
	'test/contract/stock/changes.test.ts': ['lib/stock/watch.ts', 'test/support/stack.ts'],
	'test/e2e/ordering.test.ts': ['test/support/stack.ts'],
	'test/e2e/keys.test.ts': ['test/support/stack.ts'],
};
const texts: Record<string, string> = {
	'tools/services/prepare.ts': "readFile('prepare.py')",
	'test/e2e/ordering.test.ts': "readTemplate('ordering.json')",
	'workflows/ordering.json': '"type": "n8n-nodes-wechat-odoo.skuMap"',
	'workflows/stock.json': '"type": "n8n-nodes-wechat-odoo.odooStock"',
};
const repository = {
	graph: new Map(
		Object.entries(imports).map(([file, imported]) => [
			file,
			{ lines: 1, imports: imported, circular: false },
		]),
	),
	texts: new Map(Object.entries(texts)),
};
const affected = (...changed: string[]) => affectedTests(changed, repository);

test('a source affects the tests that import it through others', () => {
	expect(affected('lib/core/money.ts')).toEqual([
		'test/unit/lib/stock/watch.test.ts',
		'test/contract/stock/changes.test.ts',
	]);
});

test('a test affects itself, and a page the tests of all pages', () => {
	expect(affected('test/e2e/keys.test.ts')).toEqual(['test/e2e/keys.test.ts']);
	expect(affected('docs/faq.md')).toEqual(['test/unit/docs.test.ts']);
});

test('a source of a node affects the tests whose workflows have the node', () => {
	expect(affected('lib/sku-map/map-lines.ts')).toEqual(['test/e2e/ordering.test.ts']);
	expect(affected('workflows/ordering.json')).toEqual(['test/e2e/ordering.test.ts']);
	expect(affected('workflows/stock.json')).toEqual([]);
});

test('a file that no source can import affects the tests that reach its name', () => {
	expect(affected('tools/services/prepare.py')).toEqual([
		'test/contract/stock/changes.test.ts',
		'test/e2e/ordering.test.ts',
		'test/e2e/keys.test.ts',
	]);
});

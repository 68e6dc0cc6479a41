import { planRemoval } from '../../../../../lib/sku-map/import/plan-removal';
import { filledColumns, readRows } from '../../../../../lib/sku-map/import/read-rows';
import { row, set } from '../tables';

const there = [
	...set('S', ['id:1'], ['id:2']),
	row('A', 'id:1'),
	row('A', 'id:1', { shop: 'wx1' }),
].map((one, index) => ({ id: index + 1, row: one }));
const removal = (item: Record<string, unknown>) => {
	const file = readRows([item]).map((one) => ({ ...one, named: filledColumns(item) }));
	const [only] = planRemoval(file, there);
	return only && [only.action, only.ids];
};

it.each([
	[{ sku: 'S' }, ['remove', [1, 2]]],
	[{ 微信SKU: 'S', 部件序号: 2 }, ['remove', [2]]],
	[{ sku: 'A', shop: 'wx1' }, ['remove', [4]]],
	[{ sku: 'A', shop: '' }, ['remove', [3, 4]]],
	[{ sku: 'B' }, ['absent', []]],
	[{ product: 'id:1' }, ['refuse', []]],
])('a row that says %j means the rows that agree with what it fills', (item, expected) => {
	expect(removal(item)).toEqual(expected);
});

import { join } from 'node:path';

import { coverageTable } from '../../../../tools/test/coverage';

const root = join(__dirname, '../../../..');
const lines = (total: number, covered: number) => ({ lines: { total, covered } });

test('lines are counted by folder of lib', () => {
	const table = coverageTable({
		total: lines(300, 150),
		[join(root, 'lib/stock/stock-watch.ts')]: lines(100, 60),
		[join(root, 'lib/stock/odoo/deeper.ts')]: lines(100, 15),
		[join(root, 'lib/core/money.ts')]: lines(7, 7),
	});
	expect(table.split('\n')).toEqual([
		'',
		'What the unit tests reach:',
		' 100 %  lib/core             7 of 7 lines',
		'  38 %  lib/stock            75 of 200 lines',
		'',
	]);
});

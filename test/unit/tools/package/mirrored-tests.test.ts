import { sourcesWithoutTest, testsWithoutSource } from '../../../../tools/package/mirrored-tests';

test('a unit test belongs to the file or the folder at its path', () => {
	const files = ['lib/money.ts', 'lib/odoo/client.ts', 'test/support/shop.ts'];
	const tests = ['lib/money', 'lib/odoo', 'docs', 'lib/rounding', 'money'].map(
		(name) => `test/unit/${name}.test.ts`,
	);
	expect(testsWithoutSource([...files, ...tests])).toEqual([
		'test/unit/lib/rounding.test.ts',
		'test/unit/money.test.ts',
	]);
});

describe('a source file without a unit test', () => {
	const untested = (source: string, ...tests: string[]) =>
		sourcesWithoutTest(['lib/a.ts', ...tests], () => source);

	test.each([
		'export const double = (n: number) => 2 * n;',
		'export function double(n: number) { return 2 * n; }',
		'export class Pair {\n\tswap(): void {\n\t\treturn;\n\t}\n}',
	])('counts where it has a function: %s', (source) => {
		expect(untested(source)).toEqual(['lib/a.ts']);
		expect(untested(source, 'test/unit/lib/a.test.ts')).toEqual([]);
	});

	test.each(['export type Double = (n: number) => number;', '// a => b\nexport const TWO = 2;'])(
		'does not count where it has none: %s',
		(source) => expect(untested(source)).toEqual([]),
	);

	test('does not count outside lib and nodes', () => {
		expect(sourcesWithoutTest(['tools/a.ts'], () => '() => 1')).toEqual([]);
	});
});

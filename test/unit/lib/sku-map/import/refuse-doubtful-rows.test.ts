import { refuseDoubtfulRows } from '../../../../../lib/sku-map/import/refuse-doubtful-rows';
import { row } from '../tables';

const numbered = (...skus: string[]) =>
	skus.map((sku, index) => ({ number: index + 2, row: row(sku, 'TEE') }));
const problemsOf = (...[file, known = new Set<string>()]: Parameters<typeof refuseDoubtfulRows>) =>
	refuseDoubtfulRows(file, known).map(({ row: { problem } }) => problem);

it('refuses the second of two rows for one part, by the number of the first', () => {
	const [first, second] = problemsOf(numbered('A', 'A'), new Set());
	expect(first).toBeUndefined();
	expect(second).toContain('repeats the SKU of row 2');
});

it('refuses a SKU that has lost its leading zeros, unless the table has it so', () => {
	expect(problemsOf(numbered('421'), new Set(['00421']))).toEqual([
		expect.stringContaining('"00421" is known'),
	]);
	expect(problemsOf(numbered('421'), new Set(['421', '00421']))).toEqual([undefined]);
});

it('keeps the problem that a row has already', () => {
	const bad = { number: 3, row: { ...row('A', 'TEE'), problem: 'It is odd.' } };
	expect(problemsOf([...numbered('A'), bad], new Set())).toEqual([undefined, 'It is odd.']);
});

import { rowsOf, type Span } from '../../../../tools/screenshots/rows';

const nodes = (...lefts: number[]): Span[] => lefts.map((left) => ({ left, right: left + 100 }));
const whole = { left: 0, right: 2000 };

it('keeps what fits in one row', () => {
	expect(rowsOf(nodes(0, 200, 400), { left: 0, right: 500 }, 1500)).toEqual([
		{ left: 0, right: 500 },
	]);
});

it('cuts between two nodes, as near to the middle as it can', () => {
	expect(rowsOf(nodes(0, 300, 600, 950, 1300, 1900), whole, 1500)).toEqual([
		{ left: 0, right: 825 },
		{ left: 825, right: 2000 },
	]);
});

it('cuts a note that leaves no gap in the middle', () => {
	expect(rowsOf([{ left: 0, right: 2000 }], whole, 1500)).toEqual([
		{ left: 0, right: 1000 },
		{ left: 1000, right: 2000 },
	]);
});

it('makes no row of nothing', () => {
	expect(rowsOf(nodes(0, 1900), whole, 600)).toEqual([
		{ left: 0, right: 1000 },
		{ left: 1000, right: 2000 },
	]);
});

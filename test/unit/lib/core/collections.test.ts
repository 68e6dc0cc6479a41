import { batches } from '../../../../lib/core/collections';

it.each([
	[[], []],
	[[1], [[1]]],
	[
		[1, 2, 3],
		[[1, 2], [3]],
	],
])('gives %p in batches of two as %p', (values: number[], expected: number[][]) => {
	expect([...batches(values, 2)]).toEqual(expected);
});

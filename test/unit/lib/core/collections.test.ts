import { batches, mapWithLimit } from '../../../../lib/core/collections';

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

it('maps with a limit, results in order', async () => {
	let running = 0;
	let most = 0;
	const work = async (value: number) => {
		most = Math.max(most, (running += 1));
		await new Promise((resolve) => setTimeout(resolve, 5 - value));
		running -= 1;
		return value * 10;
	};
	expect(await mapWithLimit([1, 2, 3, 4, 5], 2, work)).toEqual([10, 20, 30, 40, 50]);
	expect(most).toBe(2);
});

it('rejects with the first failure', async () => {
	const work = async (value: number) => await Promise.reject(new Error(`no ${value}`));
	await expect(mapWithLimit([1, 2], 1, work)).rejects.toThrow('no 1');
});

import { remembered } from '../../../../lib/core/memoize';

function asking(fails = 0) {
	const clock = { ms: 0 };
	let asked = 0;
	const ask = remembered(
		async () => {
			asked += 1;
			if (asked <= fails) throw new Error('no');
			return asked;
		},
		() => clock.ms,
	);
	return { ask, clock };
}

it('is asked once, however many want to know, until it is too old for one', async () => {
	const { ask, clock } = asking();
	expect(await Promise.all([ask(1000), ask(1000), ask(0)])).toEqual([1, 1, 1]);
	clock.ms = 999;
	expect(await ask(1000)).toBe(1);
	expect(await ask(500)).toBe(2);
	clock.ms += 1000;
	expect(await ask(1000)).toBe(3);
});

it('does not remember a failure', async () => {
	const { ask } = asking(1);
	await expect(ask(1000)).rejects.toThrow('no');
	expect(await ask(1000)).toBe(2);
});

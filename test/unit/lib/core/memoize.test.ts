import { memoizeAsync, youngerThan, BoundedMap } from '../../../../lib/core/memoize';

function counting(fails = 0) {
	const clock = { ms: 0 };
	let loaded = 0;
	const memo = memoizeAsync<number>();
	const load = async () => {
		loaded += 1;
		if (loaded <= fails) throw new Error('no');
		return await Promise.resolve(loaded);
	};
	const get = async (maxAgeMs = Infinity, key = 'a') =>
		await memo(key, load, youngerThan(maxAgeMs), clock.ms);
	return { memo, get, clock };
}

it('loads once for all who ask at the same time', async () => {
	const { get } = counting();
	expect(await Promise.all([get(1000), get(1000), get(0)])).toEqual([1, 1, 1]);
});

it('loads again when the value is too old for the caller', async () => {
	const { get, clock } = counting();
	await get(1000);
	clock.ms = 999;
	expect(await get(1000)).toBe(1);
	expect(await get(500)).toBe(2);
	clock.ms += 1000;
	expect(await get(1000)).toBe(3);
});

it('does not keep a failure', async () => {
	const { get } = counting(1);
	await expect(get(1000)).rejects.toThrow('no');
	expect(await get(1000)).toBe(2);
});

it('keeps keys apart, and forgets one on request', async () => {
	const { memo, get } = counting();
	expect([await get(1000, 'a'), await get(1000, 'b')]).toEqual([1, 2]);
	memo.forget('a');
	expect([await get(1000, 'a'), await get(1000, 'b')]).toEqual([3, 2]);
});

it('loads again while an older call that was forgotten is still under way', async () => {
	const memo = memoizeAsync<string>();
	let finish: (value: string) => void = () => {};
	const slow = memo('a', async () => await new Promise<string>((resolve) => (finish = resolve)));
	memo.forget('a');
	expect(await memo('a', async () => await Promise.resolve('new'))).toBe('new');
	finish('old');
	expect(await slow).toBe('old');
	expect(await memo('a', async () => await Promise.resolve('newer'))).toBe('new');
});

it('drops the oldest entry for a new one', () => {
	const map = new BoundedMap<string, number>(2);
	map.set('a', 1);
	map.set('b', 2);
	map.set('a', 3);
	map.set('c', 4);
	expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([3, undefined, 4, 2]);
});

it('does not give a value that is too old for the caller', () => {
	const map = new BoundedMap<string, number>(2);
	map.set('a', 1, 1000);
	expect(map.get('a', 1999, 1000)).toBe(1);
	expect(map.get('a', 2000, 1000)).toBeUndefined();
	expect(map.get('a')).toBe(1);
});

it('creates a value once', () => {
	const map = new BoundedMap<string, object>(2);
	const first = map.getOrCreate('a', () => ({}));
	expect(map.getOrCreate('a', () => ({}))).toBe(first);
	map.delete('a');
	expect(map.getOrCreate('a', () => ({}))).not.toBe(first);
	map.clear();
	expect(map.size).toBe(0);
});

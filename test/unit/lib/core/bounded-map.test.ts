import { BoundedMap } from '../../../../lib/core/bounded-map';

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

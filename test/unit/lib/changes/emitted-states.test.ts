import { Told } from '../../../../lib/changes/emitted-states';

it('is news once, and again when the state has changed or did not arrive', () => {
	const told = new Told();
	expect(told.isNews(1, { free_qty: 3 })).toBe(true);
	expect(told.isNews(1, { free_qty: 3 })).toBe(false);
	expect(told.isNews(1, { free_qty: 2 })).toBe(true);
	expect(told.isNews(1, { free_qty: 3 })).toBe(true);
	expect(told.last(1)).toEqual({ free_qty: 3 });
	told.forget([1]);
	expect(told.last(1)).toBeUndefined();
	expect(told.isNews(1, { free_qty: 3 })).toBe(true);
});

it('forgets the longest told first', () => {
	const told = new Told(2);
	for (const id of [1, 2]) told.isNews(id, 'a');
	told.isNews(1, 'b');
	told.isNews(3, 'a');
	expect(told.isNews(1, 'b')).toBe(false);
	expect(told.isNews(2, 'a')).toBe(true);
});

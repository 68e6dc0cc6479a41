import { listed } from '../../../../../lib/set-up/settings/setting-check';

it('lists the first five names, and counts the others', () => {
	expect(listed(['a', 'b'])).toBe('a, b');
	expect(listed([...'abcdefg'])).toBe('a, b, c, d, e and 2 more');
});

import { maxWaiting } from '../../../../../nodes/shared/receiving/group-commit-instance';

describe('how many callers may wait', () => {
	it.each([
		['true', 2_000],
		['false', 250],
		[undefined, 250],
	])('is, with a lazy engine of %s, %d', (setting, most) => {
		expect(maxWaiting(setting)).toBe(most);
	});
});

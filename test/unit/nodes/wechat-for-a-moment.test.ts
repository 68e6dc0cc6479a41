import { maxWaiting } from '../../../nodes/WechatPayTrigger/shared/group-commit-instance';
import { forAMoment } from '../../../nodes/WechatPayTrigger/shared/for-a-moment';

describe('what is kept for a moment', () => {
	function setUp() {
		const clock = { ms: 0 };
		let asked = 0;
		const kept = forAMoment<number>(2_000, () => clock.ms);
		const ask = async () => await kept('credential', async () => (asked += 1));
		return { clock, kept, ask };
	}

	it('is asked for once by a crowd', async () => {
		const { ask } = setUp();
		expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
	});

	it('is asked for again when the moment is over, so that a changed credential counts', async () => {
		const { ask, clock } = setUp();
		await ask();
		clock.ms = 1_999;
		expect(await ask()).toBe(1);
		clock.ms = 2_000;
		expect(await ask()).toBe(2);
	});

	it('does not keep a failure', async () => {
		const { kept, ask } = setUp();
		const failing = kept('credential', async () => await Promise.reject(new Error('deleted')));
		await expect(failing).rejects.toThrow('deleted');
		expect(await ask()).toBe(1);
	});

	it('is kept apart by name', async () => {
		const { kept } = setUp();
		expect([await kept('a', async () => 1), await kept('b', async () => 2)]).toEqual([1, 2]);
	});
});

describe('how many callers may wait', () => {
	it.each([
		['true', 2_000],
		['false', 250],
		[undefined, 250],
	])('is, with a lazy engine of %s, %d', (setting, most) => {
		expect(maxWaiting(setting)).toBe(most);
	});
});

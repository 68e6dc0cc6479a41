import { HintQueue } from '../../../../lib/changes/pending-changes';

const PACE = { gatherMs: 100, calmMs: 1_000 };

it('gathers hints of one record into one reading', () => {
	const hints = new HintQueue(PACE);
	for (const at of [0, 20, 90]) expect(hints.add(7, at)).toBe(true);
	hints.add(8, 50);
	expect(hints.next()).toBe(100);
	expect(hints.take(99)).toEqual([]);
	expect(hints.take(100)).toEqual([7]);
	expect(hints.take(150)).toEqual([8]);
	expect(hints.next()).toBe(Infinity);
});

it('lets what was told rest, and then reads it with whatever has come meanwhile', () => {
	const hints = new HintQueue(PACE);
	hints.told([7], 200);
	hints.add(7, 300);
	hints.add(7, 800);
	hints.add(8, 300);
	expect(hints.take(400)).toEqual([8]);
	expect(hints.take(1_199)).toEqual([]);
	expect(hints.take(1_200)).toEqual([7]);
});

it('forgets the rest of what has not been told for long', () => {
	const hints = new HintQueue(PACE);
	hints.told([7], 0);
	hints.add(7, 5_000);
	expect(hints.next()).toBe(5_100);
});

it('leaves what may wait until it is still', () => {
	const hints = new HintQueue(PACE);
	hints.add(7, 0);
	expect(hints.take(100)).toEqual([7]);
	hints.told([7], 100);
	hints.add(7, 900);
	expect(hints.take(1_100)).toEqual([7]);
	expect(hints.postpone(7, 1_100)).toBe(true);
	expect(hints.has(7)).toBe(true);
	expect(hints.take(1_899)).toEqual([]);
	expect(hints.take(1_900)).toEqual([7]);
	expect(hints.postpone(7, 1_900)).toBe(false);
});

it('does not leave what moves again after it has been still, be it told before', () => {
	const hints = new HintQueue(PACE);
	hints.add(7, 0);
	hints.told([7], 100);
	hints.add(7, 3_000);
	expect(hints.take(3_100)).toEqual([7]);
	expect(hints.postpone(7, 3_100)).toBe(false);
});

it('leaves what may wait and never is still for six calm times', () => {
	const hints = new HintQueue(PACE);
	hints.add(7, 0);
	hints.take(100);
	hints.told([7], 0);
	for (let now = 500; now < 6_000; now += 500) {
		hints.add(7, now);
		if (hints.take(now + 100).length > 0) expect(hints.postpone(7, now + 100)).toBe(true);
	}
	expect(hints.next()).toBe(6_000);
	expect(hints.take(6_000)).toEqual([7]);
	expect(hints.postpone(7, 6_000)).toBe(false);
});

it('says when there are too many to tell apart', () => {
	const hints = new HintQueue(PACE);
	for (let id = 1; id <= 5_000; id++) expect(hints.add(id, 0)).toBe(true);
	expect(hints.add(5_001, 0)).toBe(false);
	expect(hints.add(1, 0)).toBe(true);
});

it('has a record read again later, but sooner when something is said of it', () => {
	const hints = new HintQueue(PACE);
	hints.again([7, 8], 10_000);
	hints.add(7, 500);
	expect(hints.take(600)).toEqual([7]);
	expect(hints.take(9_999)).toEqual([]);
	expect(hints.take(10_000)).toEqual([8]);
});

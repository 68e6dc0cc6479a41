import { PendingChanges } from '../../../../lib/changes/pending-changes';

const PACE = { gatherMs: 100, calmMs: 1_000 };

it('gathers pending of one record into one reading', () => {
	const pending = new PendingChanges(PACE);
	for (const at of [0, 20, 90]) expect(pending.add(7, at)).toBe(true);
	pending.add(8, 50);
	expect(pending.nextDue()).toBe(100);
	expect(pending.takeDue(99)).toEqual([]);
	expect(pending.takeDue(100)).toEqual([7]);
	expect(pending.takeDue(150)).toEqual([8]);
	expect(pending.nextDue()).toBe(Infinity);
});

it('lets an emitted record rest, and then reads it with later changes', () => {
	const pending = new PendingChanges(PACE);
	pending.emitted([7], 200);
	pending.add(7, 300);
	pending.add(7, 800);
	pending.add(8, 300);
	expect(pending.takeDue(400)).toEqual([8]);
	expect(pending.takeDue(1_199)).toEqual([]);
	expect(pending.takeDue(1_200)).toEqual([7]);
});

it('forgets the rest of a record that was emitted long ago', () => {
	const pending = new PendingChanges(PACE);
	pending.emitted([7], 0);
	pending.add(7, 5_000);
	expect(pending.nextDue()).toBe(5_100);
});

it('postpones a record until it is calm', () => {
	const pending = new PendingChanges(PACE);
	pending.add(7, 0);
	expect(pending.takeDue(100)).toEqual([7]);
	pending.emitted([7], 100);
	pending.add(7, 900);
	expect(pending.takeDue(1_100)).toEqual([7]);
	expect(pending.postpone(7, 1_100)).toBe(true);
	expect(pending.has(7)).toBe(true);
	expect(pending.takeDue(1_899)).toEqual([]);
	expect(pending.takeDue(1_900)).toEqual([7]);
	expect(pending.postpone(7, 1_900)).toBe(false);
});

it('does not postpone a record that changes again after it was calm', () => {
	const pending = new PendingChanges(PACE);
	pending.add(7, 0);
	pending.emitted([7], 100);
	pending.add(7, 3_000);
	expect(pending.takeDue(3_100)).toEqual([7]);
	expect(pending.postpone(7, 3_100)).toBe(false);
});

it('postpones a record that is never calm for six calm times', () => {
	const pending = new PendingChanges(PACE);
	pending.add(7, 0);
	pending.takeDue(100);
	pending.emitted([7], 0);
	for (let now = 500; now < 6_000; now += 500) {
		pending.add(7, now);
		if (pending.takeDue(now + 100).length > 0) expect(pending.postpone(7, now + 100)).toBe(true);
	}
	expect(pending.nextDue()).toBe(6_000);
	expect(pending.takeDue(6_000)).toEqual([7]);
	expect(pending.postpone(7, 6_000)).toBe(false);
});

it('reports when there are too many', () => {
	const pending = new PendingChanges(PACE);
	for (let id = 1; id <= 5_000; id++) expect(pending.add(id, 0)).toBe(true);
	expect(pending.add(5_001, 0)).toBe(false);
	expect(pending.add(1, 0)).toBe(true);
});

it('reads a scheduled record later, or sooner if it changes', () => {
	const pending = new PendingChanges(PACE);
	pending.schedule([7, 8], 10_000);
	pending.add(7, 500);
	expect(pending.takeDue(600)).toEqual([7]);
	expect(pending.takeDue(9_999)).toEqual([]);
	expect(pending.takeDue(10_000)).toEqual([8]);
});

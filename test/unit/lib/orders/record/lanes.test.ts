import { createLanes, groupByKeys } from '../../../../../lib/orders/record/lanes';

it('knows which keys are busy and how many lanes are free, and says when one becomes free', () => {
	const lanes = createLanes(2);
	let woken = 0;
	lanes.whenFree(() => (woken += 1));
	const leave = lanes.enter(['tee']);
	expect(lanes.free()).toBe(1);
	expect([lanes.isBusy(['tee', 'mug']), lanes.isBusy(['mug'])]).toEqual([true, false]);
	leave();
	expect([lanes.free(), lanes.isBusy(['tee']), woken]).toEqual([2, false, 1]);
});

it('groups what is connected by keys, also through a later one', () => {
	const things = ['a', 'b', 'c', 'ab', 'd'];
	const groups = groupByKeys(things, (thing) => [...thing]);
	expect(groups.map(({ members }) => members.join())).toEqual(['a,b,ab', 'c', 'd']);
	expect(groups[0]?.keys.sort()).toEqual(['a', 'b']);
	const late = groupByKeys(['ab', 'a', 'b', 'bc', 'c'], (thing) => [...thing]);
	expect(late.map(({ members }) => members.join())).toEqual(['ab,a,b,bc,c']);
});

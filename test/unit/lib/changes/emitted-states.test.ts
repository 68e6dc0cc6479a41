import { EmittedStates } from '../../../../lib/changes/emitted-states';

it('knows a state as changed until it was emitted, and again if it did not arrive', () => {
	const emitted = new EmittedStates();
	const three = { id: 1, json: { free_qty: 3 } };
	expect(emitted.hasChanged(three)).toBe(true);
	emitted.set(three);
	expect(emitted.hasChanged(three)).toBe(false);
	expect(emitted.hasChanged({ id: 1, json: { free_qty: 2 } })).toBe(true);
	expect(emitted.last(three)).toEqual({ free_qty: 3 });
	emitted.forget([three]);
	expect(emitted.last(three)).toBeUndefined();
	expect(emitted.hasChanged(three)).toBe(true);
});

it('keeps several states of one record apart', () => {
	const emitted = new EmittedStates();
	const [one, other] = [7, 8].map((part) => ({ id: 1, part, json: { part } }));
	for (const state of [one, other]) if (state) emitted.set(state);
	expect([one, other].map((state) => state && emitted.hasChanged(state))).toEqual([false, false]);
});

it('forgets the record that was emitted longest ago first', () => {
	const emitted = new EmittedStates(2);
	const state = (id: number, text: string) => ({ id, json: { text } });
	for (const id of [1, 2]) emitted.set(state(id, 'a'));
	emitted.set(state(1, 'b'));
	emitted.set(state(3, 'a'));
	expect(emitted.hasChanged(state(1, 'b'))).toBe(false);
	expect(emitted.hasChanged(state(2, 'a'))).toBe(true);
});

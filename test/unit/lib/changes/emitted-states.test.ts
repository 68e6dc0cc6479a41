import { EmittedStates } from '../../../../lib/changes/emitted-states';

it('knows a state as changed until it was emitted, and again if it did not arrive', () => {
	const emitted = new EmittedStates();
	expect(emitted.hasChanged(1, { free_qty: 3 })).toBe(true);
	emitted.set(1, { free_qty: 3 });
	expect(emitted.hasChanged(1, { free_qty: 3 })).toBe(false);
	expect(emitted.hasChanged(1, { free_qty: 2 })).toBe(true);
	expect(emitted.last(1)).toEqual({ free_qty: 3 });
	emitted.forget([1]);
	expect(emitted.last(1)).toBeUndefined();
	expect(emitted.hasChanged(1, { free_qty: 3 })).toBe(true);
});

it('forgets the record that was emitted longest ago first', () => {
	const emitted = new EmittedStates(2);
	for (const id of [1, 2]) emitted.set(id, 'a');
	emitted.set(1, 'b');
	emitted.set(3, 'a');
	expect(emitted.hasChanged(1, 'b')).toBe(false);
	expect(emitted.hasChanged(2, 'a')).toBe(true);
});

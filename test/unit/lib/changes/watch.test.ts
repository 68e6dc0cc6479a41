import { EmittedStates } from '../../../../lib/changes/emitted-states';
import { changedStates, findChanges, newestState, type Watch } from '../../../../lib/changes/watch';
import { fakeOdoo } from '../odoo/fake-odoo';

const watch = (states: Record<number, object>): Watch => ({
	sources: [{ model: 'sale.order', domain: [], of: 'id' }],
	read: async (_odoo, ids) => ids.flatMap((id) => (states[id] ? [{ id, json: states[id] }] : [])),
});
const odoo = () =>
	fakeOdoo(() => [
		{ id: 2, write_date: '2026-11-24 08:00:02' },
		{ id: 1, write_date: '2026-11-24 08:00:01' },
	]);
const never = () => false;

it('starts with the newest change and emits nothing', async () => {
	const found = await findChanges(odoo(), watch({ 1: {} }), new EmittedStates(), undefined);
	expect(found).toEqual({ changed: [], cursor: '2026-11-24 08:00:02' });
});

it('finds each changed state once', async () => {
	const emitted = new EmittedStates();
	const states = { 1: { quantity: 1 }, 2: { quantity: 2 } };
	const cursor = '2026-11-24 08:00:00';
	const first = await findChanges(odoo(), watch(states), emitted, cursor);
	expect(first.changed.map(({ id }) => id)).toEqual([2, 1]);
	states[1] = { quantity: 0 };
	const second = await findChanges(odoo(), watch(states), emitted, first.cursor);
	expect(second.changed).toEqual([{ id: 1, json: { quantity: 0 } }]);
});

it('postpones only a record that may wait and was emitted before', async () => {
	const emitted = new EmittedStates();
	const patient = { ...watch({ 1: { n: 1 } }), mayWait: () => true };
	expect(await changedStates(odoo(), patient, emitted, [1], () => true)).toHaveLength(1);
	const later = { ...watch({ 1: { n: 2 } }), mayWait: () => true };
	expect(await changedStates(odoo(), later, emitted, [1], () => true)).toEqual([]);
	expect(await changedStates(odoo(), later, emitted, [1], never)).toHaveLength(1);
	expect(await changedStates(odoo(), later, emitted, [], never)).toEqual([]);
});

it('returns the newest state as a sample', async () => {
	expect(await newestState(odoo(), watch({ 1: { n: 1 }, 2: { n: 2 } }))).toMatchObject({ id: 2 });
	expect(await newestState(odoo(), watch({}))).toBeUndefined();
});

import type { SetupStep } from '../../../../lib/odoo/schema/setup-step';
import { checkRemoval, checkSetUp, removeSetUp, runSetUp } from '../../../../lib/set-up/run-set-up';
import { fakeOdoo } from '../odoo/fake-odoo';

/** Steps whose making and removing is remembered. `existing` names those that exist. */
function stepsWith(existing: Set<string>) {
	const step = (name: string, more: object = {}): SetupStep => ({
		...{ name, purpose: '', model: name, operation: 'create' as const, right: `Right ${name}` },
		find: async () => await Promise.resolve(existing.has(name)),
		make: async () => {
			existing.add(name);
			await Promise.resolve();
		},
		...more,
	});
	const remove = (name: string) => ({
		remove: async () => {
			existing.delete(name);
			await Promise.resolve();
		},
	});
	return [
		step('currency'),
		step('table', { kept: 'It is kept with its records.' }),
		step('menu', remove('menu')),
		step('filter', { remove: async () => await Promise.resolve() }),
	];
}
/** @param denied models that the user may not change */
const odooWith = (...denied: string[]) =>
	fakeOdoo(({ method, model }) => method !== 'has_access' || !denied.includes(model));
const statuses = (reports: Array<{ step: string; status: string }>) =>
	reports.map(({ step, status }) => `${step} ${status}`);

it('reports what exists, what is missing and which right is missing', async () => {
	const steps = stepsWith(new Set(['currency']));
	const reports = await checkSetUp(odooWith('menu'), steps);
	expect(statuses(reports)).toEqual([
		...['currency exists', 'table to_make', 'menu no_right', 'filter to_make'],
	]);
	expect(reports[2]?.message).toContain('Right menu');
});

it('makes what is missing, and says so where it still does not exist', async () => {
	const existing = new Set(['currency']);
	const steps = stepsWith(existing);
	steps[3] = { ...steps[3]!, make: async () => await Promise.resolve() } as SetupStep;
	expect(statuses(await runSetUp(odooWith('menu'), steps))).toEqual([
		...['currency exists', 'table made', 'menu no_right', 'filter failed'],
	]);
	expect([...existing]).toEqual(['currency', 'table']);
});

it('removes in reverse order what other records cannot use', async () => {
	const existing = new Set(['currency', 'table', 'menu', 'filter']);
	const reports = await removeSetUp(odooWith(), stepsWith(existing));
	expect(statuses(reports)).toEqual([
		...['filter kept', 'menu removed', 'table kept', 'currency kept'],
	]);
	expect(reports.map(({ message }) => message)).toEqual([
		'It is kept: set-up did not create it.',
		'It was removed.',
		'It is kept with its records.',
		'It is kept: orders and other records may use it.',
	]);
});

it('reports a missing right only for what exists', async () => {
	const steps = stepsWith(new Set(['menu']));
	expect(statuses(await removeSetUp(odooWith('menu', 'filter'), steps))).toEqual([
		...['filter removed', 'menu no_right', 'table removed', 'currency removed'],
	]);
});

it('previews the removal', async () => {
	const existing = new Set(['currency', 'menu', 'filter']);
	const reports = await checkRemoval(odooWith('filter'), stepsWith(existing));
	expect(statuses(reports)).toEqual([
		...['filter no_right', 'menu to_remove', 'table removed', 'currency kept'],
	]);
	expect(existing.size).toBe(3);
});

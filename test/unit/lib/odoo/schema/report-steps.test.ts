import { IntegrationError } from '../../../../../lib/core/errors';
import { reportChanges, reportEach } from '../../../../../lib/odoo/schema/report-steps';
import type { SetupStep } from '../../../../../lib/odoo/schema/setup-step';
import { fakeOdoo } from '../fake-odoo';

const step = (name: string): SetupStep => ({
	...{ name, purpose: `For ${name}.`, model: 'x', operation: 'create' as const, right: '' },
	find: async () => await Promise.resolve(false),
	make: async () => await Promise.resolve(),
});
const [a, b, c] = [step('a'), step('b'), step('c')];
const error = (retryable: boolean) =>
	new IntegrationError({
		...{ code: 'X', message: 'No.', likelyCause: '', nextStep: 'Ask.', retryable },
	});
const odoo = fakeOdoo(() => true);

it('reports a step that fails, and goes on with the others', async () => {
	const reports = await reportEach([a, b], async (one) =>
		one === a ? await Promise.reject(error(false)) : ['exists', 'It exists.'],
	);
	expect(reports).toEqual([
		{ step: 'a', purpose: 'For a.', status: 'failed', message: 'No. Ask.' },
		{ step: 'b', purpose: 'For b.', status: 'exists', message: 'It exists.' },
	]);
	const lost = reportEach([a], async () => await Promise.reject(error(true)));
	await expect(lost).rejects.toMatchObject({ retryable: true });
});

it('changes only steps without a result, and checks these at the end', async () => {
	const done: string[] = [];
	const reports = await reportChanges(
		odoo,
		[a, b, c],
		async (_, group) => {
			done.push(...group.map(({ name }) => `change ${name}`));
			return await Promise.resolve(new Map(group.includes(c) ? [[c, error(false)]] : []));
		},
		{
			before: async (one) => {
				done.push(`before ${one.name}`);
				return await Promise.resolve(one === a ? ['exists', 'It exists.'] : undefined);
			},
			after: async (one) => {
				done.push(`after ${one.name}`);
				return await Promise.resolve(['made', 'It was created.']);
			},
		},
	);
	expect(done).toEqual([
		...['before a', 'before b', 'before c', 'change b', 'change c', 'after b'],
	]);
	expect(reports.map(({ step: name, status }) => `${name} ${status}`)).toEqual([
		...['a exists', 'b made', 'c failed'],
	]);
});

import { IntegrationError } from '../../../../../lib/core/errors';
import { groupSteps, makeSteps, removeSteps } from '../../../../../lib/odoo/schema/change-steps';
import type { SetupStep } from '../../../../../lib/odoo/schema/setup-step';
import { fakeOdoo, type MadeCall } from '../fake-odoo';

const facts = (name: string) => ({
	...{ name, purpose: '', operation: 'create' as const, right: '' },
	find: async () => await Promise.resolve(false),
});
const record = (name: string, model = 'ir.model.fields'): SetupStep => ({
	...facts(name),
	model,
	externalId: `wechat_setup.${name}`,
	values: { name },
});
const own = (name: string, make: () => Promise<void>): SetupStep => ({
	...facts(name),
	model: 'res.currency',
	make,
});
const nothing = async () => await Promise.resolve();
const refusal = (retryable: boolean) =>
	new IntegrationError({
		...{ code: 'ODOO_VALIDATION', message: 'No.', likelyCause: '', nextStep: '', retryable },
	});

describe('Steps of set-up', () => {
	it('go together where they are neighbours and records of one model', () => {
		const steps = [
			own('currency', nothing),
			record('a'),
			record('b'),
			record('filter', 'ir.filters'),
			record('c'),
			own('pricelist', nothing),
			own('table', nothing),
		];
		expect(groupSteps(steps).map((group) => group.map(({ name }) => name))).toEqual([
			['currency'],
			['a', 'b'],
			['filter'],
			['c'],
			['pricelist'],
			['table'],
		]);
	});

	it('that Odoo refuses keep none of the others back', async () => {
		const odoo = fakeOdoo(({ method, params }: MadeCall) => {
			if (method === 'has_access') return true;
			const rows = params?.data as string[][];
			const bad = rows.findIndex(([id]) => id === 'wechat_setup.bad');
			if (bad < 0) return { ids: rows.map((_, index) => index + 1), messages: [] };
			return { ids: false, messages: [{ type: 'error', message: 'Not this.', record: bad }] };
		});
		const [good, bad, better] = [record('good'), record('bad'), record('better')];
		const failures = await makeSteps(odoo, [good, bad, better]);
		expect([...failures.keys()]).toEqual([bad]);
		expect(failures.get(bad)?.message).toContain('Not this.');
	});

	it('fail each when the whole call is refused, and none when the connection is lost', async () => {
		const refused = [own('a', async () => await Promise.reject(refusal(false)))];
		expect([
			...(
				await makeSteps(
					fakeOdoo(() => []),
					refused,
				)
			).keys(),
		]).toEqual(refused);
		const lost = [own('a', async () => await Promise.reject(refusal(true)))];
		await expect(
			makeSteps(
				fakeOdoo(() => []),
				lost,
			),
		).rejects.toMatchObject({ retryable: true });
	});

	it('are deleted one by one when one of them cannot be', async () => {
		const ids: Record<string, number> = { used: 1, free: 2 };
		const odoo = fakeOdoo(({ method, ids: deleted, params }: MadeCall) => {
			if (method === 'check_object_reference') {
				return ['ir.model.fields', ids[String(params?.xml_id)]];
			}
			if (deleted?.includes(1)) throw refusal(false);
			return true;
		});
		const [used, free] = [record('used'), record('free')];
		expect([...(await removeSteps(odoo, [used, free])).keys()]).toEqual([used]);
		expect(odoo.calls.filter(({ method }) => method === 'unlink').map((call) => call.ids)).toEqual([
			[1, 2],
			[1],
			[2],
		]);
	});
});

import { IntegrationError } from '../../../../lib/core/errors';
import { groupsOf } from '../../../../lib/odoo/group-records';
import { fakeOdoo } from './fake-odoo';

const error = (code: string) =>
	new IntegrationError({ code, message: 'm', likelyCause: 'c', nextStep: 'n' });
const WRITTEN = '2026-11-22 10:00:00';

it('lets Odoo group, and asks an older one by its own method from then on', async () => {
	const odoo = fakeOdoo(({ method }) => {
		if (method === 'formatted_read_group') return Promise.reject(error('ODOO_SERVER_FAULT'));
		return [
			{ product_id: [7, 'Tee'], write_date: WRITTEN },
			{ product_id: false, write_date: WRITTEN },
		];
	});
	for (let time = 1; time <= 2; time += 1) {
		expect(await groupsOf(odoo, 'stock.move', [], 'product_id')).toEqual([
			{ id: 7, written: WRITTEN },
		]);
	}
	expect(odoo.calls.map(({ method }) => method)).toEqual([
		...['formatted_read_group', 'read_group', 'read_group'],
	]);
});

it('reads what Odoo 18 and later answer', async () => {
	const odoo = fakeOdoo(() => [{ product_id: [7, 'Tee'], 'write_date:max': WRITTEN }]);
	expect(await groupsOf(odoo, 'stock.move', [], 'product_id')).toEqual([
		{ id: 7, written: WRITTEN },
	]);
	expect(odoo.calls).toHaveLength(1);
});

it('does not take a missing right or a lost connection for an older Odoo', async () => {
	for (const code of ['ODOO_ACCESS_DENIED', 'HTTP_UNREACHABLE']) {
		const odoo = fakeOdoo(() => Promise.reject(error(code)));
		await expect(groupsOf(odoo, 'stock.move', [], 'product_id')).rejects.toMatchObject({ code });
		expect(odoo.calls).toHaveLength(1);
	}
});

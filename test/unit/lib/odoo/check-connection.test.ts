import { IntegrationError } from '../../../../lib/core/errors';
import { checkConnection } from '../../../../lib/odoo/check-connection';
import { fakeOdoo } from './fake-odoo';

const failure = (code: string) =>
	new IntegrationError({ code, message: '', likelyCause: '', nextStep: '' });

it('reports user, version and missing rights', async () => {
	const odoo = fakeOdoo(({ method, params }) =>
		method === 'has_group'
			? params?.group_ext_id !== 'stock.group_stock_user'
			: [{ id: 5, name: 'Bot' }],
	);
	expect(await checkConnection(odoo)).toEqual({
		version: '19.0',
		protocol: 'json2',
		user: 'Bot',
		missingRights: ['Inventory: User'],
	});
});

it('asks the model for groups before Odoo 18', async () => {
	const odoo = fakeOdoo(({ method, ids }) => {
		if (method !== 'has_group') return [{ id: 5, name: 'Bot' }];
		if (ids) throw failure('ODOO_SERVER_FAULT');
		return true;
	});
	expect((await checkConnection(odoo)).missingRights).toEqual([]);
});

it('fails if Odoo cannot be reached', async () => {
	const odoo = fakeOdoo(() => Promise.reject(failure('ODOO_UNREACHABLE')));
	await expect(checkConnection(odoo)).rejects.toMatchObject({ code: 'ODOO_UNREACHABLE' });
});

import { OdooSale } from '../../../../../../nodes/OdooSale/OdooSale.node';
import { runNode } from '../../../../../support/engine';
import { odooDouble } from '../../support/odoo-double';

let odoo: Awaited<ReturnType<typeof odooDouble>>;
afterEach(async () => await odoo?.close());

const check = async (more: object = {}) => {
	const parameters = { resource: 'account', operation: 'check' };
	const fields = { ...odoo.credential, ...more };
	const [[item] = []] = await runNode(new OdooSale(), parameters, [{ id: 1 }], fields);
	return item?.json;
};

it('returns the end of the key with the fields of the item', async () => {
	const end = new Date(Date.now() + 9.5 * 24 * 3_600_000).toISOString();
	odoo = await odooDouble({
		'res.users/context_get': { uid: 5 },
		'res.users/search_read': [{ id: 5, name: 'Bot' }],
		'res.users/has_group': true,
		'res.users.apikeys/fields_get': { expiration_date: {} },
		'res.users.apikeys/search_read': [
			{ id: 1, name: 'n8n', expiration_date: end.slice(0, 19).replace('T', ' ') },
		],
	});
	expect(await check()).toMatchObject({
		id: 1,
		odoo: { user: 'Bot', protocol: 'json2', key: { name: 'n8n', source: 'odoo' }, days_left: 9 },
	});
});

it('takes the day that is noted in the credential where Odoo says none', async () => {
	odoo = await odooDouble({
		'res.users/context_get': { uid: 5 },
		'res.users/search_read': [{ id: 5, name: 'Bot' }],
		'res.users/has_group': true,
		'res.users.apikeys/fields_get': {},
	});
	expect(await check({ validUntil: '2099-02-28' })).toMatchObject({
		odoo: { key: { ends: '2099-02-28T00:00:00.000Z', source: 'credential' } },
	});
});

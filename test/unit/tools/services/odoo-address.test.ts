import { odooFromEnvironment } from '../../../../tools/services/odoo-address';

test('without an address the environment names no server', () => {
	expect(odooFromEnvironment('19', { ODOO_14_URL: 'http://127.0.0.1:1' })).toBeUndefined();
	expect(odooFromEnvironment('19', { ODOO_19_URL: '' })).toBeUndefined();
});

test('address and logins come from the environment of that version', async () => {
	const server = odooFromEnvironment('14', {
		ODOO_14_URL: 'https://odoo.example.com/',
		ODOO_14_DATABASE: 'rehearsal',
		ODOO_14_ADMIN_LOGIN: 'a',
		ODOO_14_ADMIN_PASSWORD: 'b',
		ODOO_14_USER_LOGIN: 'c',
		ODOO_14_USER_PASSWORD: 'd',
		ODOO_14_USER_API_KEY: 'e',
		ODOO_19_DATABASE: 'other',
	});
	expect(server).toMatchObject({
		version: '14',
		url: 'https://odoo.example.com',
		database: 'rehearsal',
		admin: { login: 'a', password: 'b' },
		user: { login: 'c', password: 'd', apiKey: 'e' },
	});
	await expect(server?.stop()).resolves.toBeUndefined();
});

test('without an API key the server has none', () => {
	const server = odooFromEnvironment('19', { ODOO_19_URL: 'http://127.0.0.1:8069' });
	expect(server?.user).not.toHaveProperty('apiKey');
});

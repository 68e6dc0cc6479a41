import { checkConnection } from '../../../lib/odoo/check-connection';
import { connectOdoo } from '../../../lib/odoo/connect';
import { isBefore } from '../../../tools/services/odoo-versions';
import { payment } from '../support/payments';
import { codeOf, record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** What an admin reads when the credential is wrong. */
describe.each(VERSIONS)('Refusals in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		const refused = async (change: object) =>
			await codeOf(
				connectOdoo({ ...shop().connection(protocol), ...change }).then(
					async (client) => await client.userId(),
				),
			);

		it('names a wrong key, a wrong database and a server that is not there', async () => {
			expect(await refused({ secret: 'not-the-key' })).toBe('ODOO_LOGIN_REFUSED');
			expect(await refused({ database: 'not_the_database' })).toBe('ODOO_DATABASE_UNKNOWN');
			expect(await refused({ url: 'http://127.0.0.1:9' })).toBe('ODOO_UNREACHABLE');
		});

		it('names a key that has expired, where Odoo lets keys expire', async () => {
			const { admin, server } = shop();
			if (isBefore(server.version, '18')) return;
			const [model_id] = await admin.call<number[]>('ir.model', 'search', [
				[['model', '=', 'res.users']],
			]);
			const name = `old ${protocol}`;
			const code = [
				`user = env['res.users'].search([('login', '=', '${server.user.login}')])`,
				'tomorrow = datetime.datetime.now() + datetime.timedelta(days=1)',
				`key = env['res.users.apikeys'].with_user(user)._generate(None, '${name}', tomorrow)`,
				`env['ir.config_parameter'].set_param('${name}', key)`,
				`env.cr.execute("UPDATE res_users_apikeys SET expiration_date = now() - interval '2 days' WHERE name = '${name}'")`,
			].join('\n');
			const action = { name, model_id, state: 'code', code };
			const id = await admin.call<number>('ir.actions.server', 'create', [action]);
			await admin.call('ir.actions.server', 'run', [[id]]);
			const secret = await admin.call<string>('ir.config_parameter', 'get_param', [name]);
			expect(secret.length).toBeGreaterThan(20);
			expect(await refused({ secret })).toBe('ODOO_LOGIN_REFUSED');
		});

		it('reports the version, the user and no missing right for the least-privilege user', async () => {
			const report = await checkConnection(await shop().connect(protocol));
			expect(report).toMatchObject({ protocol, missingRights: [] });
			expect(report.version).toContain(shop().server.version);
			expect(report.user).not.toBe('');
		});

		it('names the model and the right that a user lacks', async () => {
			const { admin, server } = shop();
			const login = `seller-${protocol}`;
			const group = async (name: string) => {
				const [module, xml] = name.split('.');
				const found = [
					['module', '=', module],
					['name', '=', xml],
				];
				const rows = await admin.call<Array<{ res_id: number }>>('ir.model.data', 'search_read', [
					found,
					['res_id'],
				]);
				return rows[0]?.res_id;
			};
			const groups = [
				await group('base.group_user'),
				await group('sales_team.group_sale_salesman'),
			];
			const field = isBefore(server.version, '19') ? 'groups_id' : 'group_ids';
			await admin.call('res.users', 'create', [
				{ name: 'Seller', login, password: 'seller-on-loopback', [field]: [[6, 0, groups]] },
			]);
			const client = await connectOdoo({
				...shop().connection('xmlrpc'),
				login,
				secret: 'seller-on-loopback',
			});
			const report = await checkConnection(client);
			expect(report.missingRights).toEqual([
				'Sales: User: All Documents',
				'Inventory: User',
				'Contact: Creation',
			]);
			const order = payment([{ product: shop().product(1), quantity: 1, price: 100 }]);
			await expect(record(client, [order])).rejects.toMatchObject({
				code: 'ODOO_ACCESS_DENIED',
				message: expect.stringContaining('res.partner'),
				nextStep: expect.stringContaining('Contact: Creation'),
			});
		});
	});
});

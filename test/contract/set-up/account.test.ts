import { checkAccount } from '../../../lib/odoo/check-account';
import { connectOdoo } from '../../../lib/odoo/connect';
import { readBacklog } from '../../../lib/orders/read-backlog';
import { isBefore } from '../../../tools/services/odoo-versions';
import { payment } from '../support/payments';
import { codeOf, context, record } from '../support/recording';
import { runSql } from '../../../tools/services/odoo-python';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';
import { withoutXmlRpc, type WithoutXmlRpc } from '../support/without-xmlrpc';
import { holdOne } from '../../support/hold-one';

const KEY = { isKey: true, notedEnd: '' };
const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(VERSIONS)('The account at Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	it('says when the key of the credential ends, where Odoo knows it', async () => {
		const client = await shop().connect(protocol);
		const now = Date.now();
		const withoutEnd = await checkAccount(client, KEY, now);
		expect(withoutEnd).toMatchObject({
			plan: 'community',
			protocol,
			deprecated_protocol: false,
			missing_rights: [],
			days_left: null,
		});
		if (isBefore(version, '18')) {
			const notedEnd = new Date(now + 20.5 * DAY_MS).toISOString();
			const noted = await checkAccount(client, { ...KEY, notedEnd }, now);
			expect(noted).toMatchObject({ days_left: 20, key: { source: 'credential' } });
			return;
		}
		const ending =
			"UPDATE res_users_apikeys SET expiration_date = now() + interval '9 days 1 hour'";
		await runSql(shop(), ending);
		const account = await checkAccount(client, KEY, now);
		expect(account).toMatchObject({ days_left: 9, key: { name: 'n8n', source: 'odoo' } });
		await runSql(shop(), 'UPDATE res_users_apikeys SET expiration_date = NULL');
	});

	it('names a right that the user has lost, and an outdated protocol', async () => {
		const { admin, server } = shop();
		const [group] = await admin.call<Array<{ res_id: number }>>('ir.model.data', 'search_read', [
			[
				['module', '=', 'base'],
				['name', '=', 'group_partner_manager'],
			],
			['res_id'],
		]);
		const [user] = await admin.call<number[]>('res.users', 'search', [
			[['login', '=', server.user.login]],
		]);
		const field = isBefore(version, '19') ? 'groups_id' : 'group_ids';
		const change = async (command: number) =>
			await admin.call('res.users', 'write', [[user], { [field]: [[command, group?.res_id]] }]);
		const client = await shop().connect('xmlrpc');
		await change(3);
		try {
			expect(await checkAccount(client, KEY, Date.now())).toMatchObject({
				missing_rights: ['Contact: Creation'],
				deprecated_protocol: !isBefore(version, '19'),
			});
		} finally {
			await change(4);
		}
	});
});

for (const version of VERSIONS.filter((each) => !isBefore(each, '19'))) {
	describe(`Odoo ${version} with XML-RPC switched off`, () => {
		const shop = useShop(version);
		let proxy: WithoutXmlRpc;
		beforeAll(async () => {
			proxy = await withoutXmlRpc(shop().server.url);
		});
		afterAll(() => proxy?.stop());
		const connection = () => ({
			...shop().connection('json2'),
			url: proxy.url,
			protocol: 'auto' as const,
		});

		it('records, holds and reads by JSON-2, without trying XML-RPC', async () => {
			const client = await connectOdoo(connection());
			const product = shop().product(1);
			const [recorded] = await record(client, [payment([{ product, quantity: 1, price: 100 }])]);
			expect(recorded?.status).toBe('reserved');
			const unpaid = payment([{ product, quantity: 1, price: 100 }]);
			const held = await holdOne(client, unpaid, Date.now() + DAY_MS, { taxes: 'none' }, context);
			expect(held.status).toBe('not_enough');
			expect((await readBacklog(client, Date.now())).short).toBe(0);
			expect((await checkAccount(client, KEY, Date.now())).protocol).toBe('json2');
			expect(proxy.refused).toEqual([]);
		});

		it('asks for an API key where a password is in the credential', async () => {
			const secret = shop().server.user.password;
			expect(await codeOf(connectOdoo({ ...connection(), secret }))).toBe('ODOO_LOGIN_REFUSED');
		});
	});
}

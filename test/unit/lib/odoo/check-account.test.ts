import { checkAccount } from '../../../../lib/odoo/check-account';
import { fakeOdoo } from './fake-odoo';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const KEY = { isKey: true, notedEnd: '' };

const odooWith = (end: string) =>
	fakeOdoo(
		({ model, method }) => {
			if (method === 'has_group') return true;
			if (model === 'res.users') return [{ id: 5, name: 'Bot' }];
			return [{ id: 1, name: 'n8n', expiration_date: end }];
		},
		['expiration_date'],
	);

it('counts the full days until the key expires', async () => {
	expect(await checkAccount(odooWith('2026-12-15 11:00:00'), KEY, NOW)).toEqual({
		version: '19.0',
		plan: 'community',
		protocol: 'json2',
		deprecated_protocol: false,
		user: 'Bot',
		missing_rights: [],
		key: { name: 'n8n', ends: '2026-12-15T11:00:00.000Z', source: 'odoo' },
		days_left: 13,
	});
});

it('does not count the days of a password', async () => {
	const password = { isKey: false, notedEnd: '' };
	expect(await checkAccount(odooWith('2026-12-15 11:00:00'), password, NOW)).toMatchObject({
		key: { ends: null },
		days_left: null,
	});
});

it.each([
	['19.0', 19, 'community', true],
	['19.0+e', 19, 'enterprise', true],
	['saas~19.1+e', 19, 'online', true],
	['18.0', 18, 'community', false],
])(
	'says of %s over XML-RPC which plan it is and whether it is outdated',
	async (text, major, plan, deprecated) => {
		const odoo = { ...odooWith(''), version: { major, text }, protocol: 'xmlrpc' as const };
		expect(await checkAccount(odoo, KEY, NOW)).toMatchObject({
			plan,
			deprecated_protocol: deprecated,
		});
	},
);

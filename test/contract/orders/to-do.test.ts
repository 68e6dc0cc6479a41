import type { OdooClient } from '../../../lib/odoo/client';
import { completeToDos } from '../../../lib/orders/complete-to-dos';
import { createToDo } from '../../../lib/orders/create-to-do';
import { odooAdmin, type OdooAdmin } from '../../../tools/services/odoo-admin';
import { connectOdoo } from '../../../lib/odoo/connect';
import { startOdoo, type OdooServer } from '../../../tools/services/odoo';
import { progressFor } from '../../../tools/services/progress';
import { protocolsOf, VERSIONS } from '../support/versions';

const TO_DO = {
	key: 'n8n-7.1042',
	summary: 'n8n: Ordering has failed',
	note: 'Odoo <b>refused</b>\nStep: Record Paid Order',
	address: 'https://n8n.example.com/workflow/7/executions/1042',
};

describe.each(VERSIONS)('A to-do in Odoo %s', (version) => {
	const [protocol] = protocolsOf(version);
	let server: OdooServer;
	let admin: OdooAdmin;
	let client: OdooClient;
	beforeAll(async () => {
		server = await startOdoo(version, progressFor(`odoo ${version}`));
		admin = odooAdmin(server);
		const { url, database, user } = server;
		const secret = user.apiKey ?? user.password;
		const login = { url, database, login: user.login, secret };
		client = await connectOdoo({ ...login, protocol, timeoutMs: 60_000 });
	}, 1_800_000);
	afterAll(async () => await server?.stop());

	const activities = async () =>
		await admin.call<Array<Record<string, unknown>>>('mail.activity', 'search_read', [
			[['summary', '=', TO_DO.summary]],
			['res_model', 'res_id', 'user_id', 'note'],
		]);

	it('is only looked for on a dry run', async () => {
		expect(await createToDo(client, TO_DO, true)).toEqual({ activity_id: null, created: true });
		expect(await activities()).toEqual([]);
	});

	it('is made once for its key, on the company’s contact, the reason as text and the address as a link', async () => {
		const first = await createToDo(client, TO_DO);
		expect(first).toEqual({ activity_id: expect.any(Number), created: true });
		expect(await createToDo(client, TO_DO)).toEqual({ ...first, created: false });
		const [made, ...more] = await activities();
		expect(more).toEqual([]);
		expect(made).toMatchObject({ id: first.activity_id, res_model: 'res.partner' });
		const [company] = await admin.call<Array<{ partner_id: [number, string] }>>(
			'res.company',
			'search_read',
			[[], ['partner_id']],
			{ limit: 1 },
		);
		expect(made?.res_id).toBe(company?.partner_id[0]);
		expect(made?.note).toContain('&lt;b&gt;refused&lt;/b&gt;');
		expect(made?.note).toContain(`href="${TO_DO.address}"`);
	});

	it('is due on a day, and is closed by its key once what it asked for has happened', async () => {
		const dated = { ...TO_DO, key: 'dated', summary: 'Decide', due: '2026-12-24' };
		const { activity_id: id } = await createToDo(client, dated);
		const read = async () =>
			await admin.call<Array<Record<string, unknown>>>('mail.activity', 'search_read', [
				[['id', '=', id]],
				['date_deadline'],
			]);
		expect(await read()).toMatchObject([{ date_deadline: '2026-12-24' }]);
		expect(await completeToDos(client, ['dated', 'never made'], 'The buyer withdrew it.')).toBe(1);
		expect(await read()).toEqual([]);
		expect(await completeToDos(client, ['dated'], 'Again')).toBe(0);
		expect(await createToDo(client, dated)).toMatchObject({ activity_id: expect.any(Number) });
	});

	it('goes to the person who is named', async () => {
		const [person = 0] = await admin.call<number[]>('res.users', 'search', [
			[['login', '=', server.admin.login]],
		]);
		await createToDo(client, { ...TO_DO, key: 'other', userId: person });
		const users = (await activities()).map(({ user_id }) => (user_id as [number, string])[0]);
		expect(users).toContain(person);
	});

	it.each([
		[{ key: ' ' }, 'A to-do needs a key.'],
		[{ summary: '', key: '' }, 'A to-do needs a key and a summary.'],
		[{ address: 'javascript:alert(1)' }, 'an address that starts with http:// or https://'],
	])('is refused with %j', async (change, message) => {
		const refused = createToDo(client, { ...TO_DO, ...change });
		await expect(refused).rejects.toThrow(message);
		await expect(refused).rejects.toMatchObject({ code: 'TODO_INCOMPLETE' });
	});
});

import { IntegrationError } from '../../../../lib/core/errors';
import { createToDo } from '../../../../lib/orders/create-to-do';
import { fakeOdoo } from '../odoo/fake-odoo';

const TO_DO = { key: 'run 7', summary: 'Look', note: 'One\nTwo <b>', address: 'https://n8n/7' };
const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

const odooWith = (existing?: number) =>
	fakeOdoo(({ model, method }) => {
		if (method === 'check_object_reference') {
			return existing ? ['mail.activity', existing] : Promise.reject(unknown);
		}
		if (method === 'load') return { ids: [8], messages: [] };
		return [model === 'res.users' ? { company_id: [3, 'x'] } : { partner_id: [4, 'x'] }];
	});

it('is an activity on the contact of the company, with a link', async () => {
	const odoo = odooWith();
	expect(await createToDo(odoo, TO_DO)).toEqual({ activity_id: 8, created: true });
	expect(odoo.calls.at(-1)?.params?.data).toEqual([
		[
			'wechat_todo.run_7',
			'base.model_res_partner',
			'4',
			'mail.mail_activity_data_todo',
			'5',
			'Look',
			'<p>One<br/>Two &#60;b&#62;</p><p><a href="https://n8n/7">https://n8n/7</a></p>',
		],
	]);
});

it('is due on the day that was asked for', async () => {
	const odoo = odooWith();
	await createToDo(odoo, { ...TO_DO, due: '2026-11-24' });
	const { fields, data } = odoo.calls.at(-1)?.params as { fields: string[]; data: string[][] };
	expect(data[0]?.[fields.indexOf('date_deadline')]).toBe('2026-11-24');
});

it('is created once per key, and not in a preview', async () => {
	expect(await createToDo(odooWith(6), TO_DO)).toEqual({ activity_id: 6, created: false });
	const odoo = odooWith();
	expect(await createToDo(odoo, TO_DO, true)).toEqual({ activity_id: null, created: true });
	expect(odoo.calls.map(({ method }) => method)).not.toContain('load');
});

it.each([
	[{ key: ' ' }, 'a key'],
	[{ summary: '' }, 'a summary'],
	[{ address: 'javascript:alert(1)' }, 'an address'],
])('needs what %p does not have', async (change, missing) => {
	await expect(createToDo(odooWith(), { ...TO_DO, ...change })).rejects.toMatchObject({
		code: 'TODO_INCOMPLETE',
		message: expect.stringContaining(missing),
	});
});

import { IntegrationError } from '../../../../lib/core/errors';
import { completeToDos } from '../../../../lib/orders/complete-to-dos';
import { fakeOdoo } from '../odoo/fake-odoo';

const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

/** @param open database ids of activities that nobody has closed */
const odooWith = (open: number[]) =>
	fakeOdoo(({ model, method, params }) => {
		if (method === 'check_object_reference') {
			const known = JSON.stringify(params).includes('known');
			return known ? ['mail.activity', 7] : Promise.reject(unknown);
		}
		return model === 'mail.activity' ? open.map((id) => ({ id, res_id: 1 })) : [];
	});

it('marks the activities of the keys as done, and leaves out what is closed or unknown', async () => {
	const odoo = odooWith([7]);
	expect(await completeToDos(odoo, ['known', 'other'], 'Withdrawn.')).toBe(1);
	expect(odoo.calls.at(-1)).toMatchObject({
		method: 'action_feedback',
		ids: [7],
		params: { feedback: 'Withdrawn.' },
	});
	expect(await completeToDos(odooWith([]), ['known'], '')).toBe(0);
	const untouched = odooWith([7]);
	expect(await completeToDos(untouched, ['other'], '')).toBe(0);
	expect(untouched.calls.map(({ method }) => method)).not.toContain('action_feedback');
});

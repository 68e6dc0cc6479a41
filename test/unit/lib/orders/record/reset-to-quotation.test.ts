import { IntegrationError } from '../../../../../lib/core/errors';
import { finishResets } from '../../../../../lib/orders/record/reset-to-quotation';
import { fakeOdoo } from '../../odoo/fake-odoo';

const unknown = () =>
	new IntegrationError({
		...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
	});

/** Asks about the cancelled order 7 of payment `key`, which has these notes and was last written by us or not. */
async function finish(notes: string[], ours = true) {
	const odoo = fakeOdoo(({ model, method, params }) => {
		if (method === 'check_object_reference') {
			const known = notes.some((note) => params?.xml_id === `key_${note}`);
			return known ? ['mail.message', 1] : Promise.reject(unknown());
		}
		if (method === 'load') return { ids: [1], messages: [] };
		return model === 'sale.order' && method === 'search_read' && ours ? [{ id: 7 }] : [];
	});
	const finished = await finishResets(odoo, new Map([['key', 7]]));
	const methods = odoo.calls.map(({ method }) => method);
	return { finished, drafted: methods.includes('action_draft') };
}

describe('An order that was left cancelled on its way to a draft', () => {
	it('becomes a draft', async () => {
		expect(await finish(['to_quotation'])).toEqual({ finished: [7], drafted: true });
	});

	it.each<[string, string[], boolean]>([
		['that never was on this way', [], true],
		['that had become a draft and was cancelled later', ['to_quotation', 'decided'], true],
		['that was cancelled for good meanwhile', ['to_quotation', 'cancelled'], true],
		['that somebody else has written since', ['to_quotation'], false],
	])('stays cancelled: one %s', async (_, notes, ours) => {
		expect(await finish(notes, ours)).toEqual({ finished: [], drafted: false });
	});

	it('is not looked for where nothing is cancelled', async () => {
		const odoo = fakeOdoo(() => []);
		expect(await finishResets(odoo, new Map())).toEqual([]);
		expect(odoo.calls).toEqual([]);
	});
});

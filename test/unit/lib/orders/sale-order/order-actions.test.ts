import { IntegrationError } from '../../../../../lib/core/errors';
import { confirmOrders } from '../../../../../lib/orders/sale-order/order-actions';
import { fakeOdoo } from '../../odoo/fake-odoo';

const refusal = () =>
	new IntegrationError({
		code: 'ODOO_VALIDATION',
		message: 'Odoo says: no.',
		likelyCause: '',
		nextStep: '',
	});

/** Odoo refuses a call with a bad order or one that is sold, as a whole. */
function odooWith(states: Record<number, string>, bad: number[] = []) {
	return fakeOdoo(({ method, ids = [] }) => {
		if (method === 'search_read') {
			return Object.entries(states).map(([id, state]) => ({ id: Number(id), state }));
		}
		const wrong = ids.some((id) => bad.includes(id) || states[id] !== 'draft');
		if (!wrong) for (const id of ids) states[id] = 'sale';
		return wrong ? Promise.reject(refusal()) : true;
	});
}

const drafts = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, 'draft']));

it('confirms all in one call', async () => {
	const odoo = odooWith(drafts(16));
	expect(await confirmOrders(odoo, [1, 2, 3])).toEqual(new Map());
	expect(odoo.calls).toHaveLength(1);
});

it('needs one more call, not one for each, when another worker has confirmed some of a batch', async () => {
	const states = { ...drafts(32), 3: 'sale', 17: 'sale', 30: 'cancel' };
	const odoo = odooWith(states);
	const refused = await confirmOrders(odoo, Object.keys(states).map(Number));
	expect([...refused.keys()]).toEqual([3, 17, 30]);
	expect(odoo.calls.map(({ method }) => method)).toEqual([
		'action_confirm',
		'search_read',
		'action_confirm',
	]);
	expect(states).toMatchObject({ 1: 'sale', 30: 'cancel', 32: 'sale' });
});

it('lets a bad order fail alone', async () => {
	const states = drafts(16);
	const odoo = odooWith(states, [5]);
	expect(await confirmOrders(odoo, Object.keys(states).map(Number))).toEqual(
		new Map([[5, 'Odoo says: no.']]),
	);
	expect(Object.values(states).filter((state) => state === 'sale')).toHaveLength(15);
	const confirmations = odoo.calls.filter(({ method }) => method === 'action_confirm');
	expect(confirmations.length).toBeLessThan(12);
});

it('confirms without a change log if chosen, also the parts of a rejected call', async () => {
	const odoo = odooWith(drafts(2), [1]);
	await confirmOrders(odoo, [1, 2], { withoutChangeLog: true });
	const confirmations = odoo.calls.filter(({ method }) => method === 'action_confirm');
	expect(confirmations.map(({ context }) => context?.tracking_disable)).toEqual([true, true, true]);
});

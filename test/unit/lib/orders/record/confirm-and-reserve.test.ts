import { IntegrationError } from '../../../../../lib/core/errors';
import type { OrderInProgress } from '../../../../../lib/orders/record/check-order';
import { confirmAndReserve } from '../../../../../lib/orders/record/confirm-and-reserve';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { orderState, paidOrder } from '../orders';

const CONTEXT = { now: () => 0, monotonic: () => 0, random: () => 0, sleep: async () => {} };
const REJECTION = new IntegrationError({
	code: 'ODOO_VALIDATION',
	message: 'Odoo says: no',
	likelyCause: '',
	nextStep: '',
});

/** Confirms an order, after which Odoo has it with this total and in this state. */
async function confirm(total: number, { state = 'sale', rejected = false } = {}) {
	const odoo = fakeOdoo(
		({ method }) => {
			if (method === 'action_confirm' && rejected) throw REJECTION;
			if (method === 'load') return { ids: [5], messages: [] };
			if (method !== 'web_search_read') return [];
			const lines = [
				{ id: 1, product_id: { id: 41 }, product_uom_qty: 2 },
				{ id: 2, product_id: { id: 42 }, product_uom_qty: 1 },
			];
			const amounts = { amount_total: total, amount_tax: 0, currency_id: { display_name: 'CNY' } };
			return { records: [{ id: 1, name: 'S1', state, ...amounts, order_line: lines }] };
		},
		['sale_line_id'],
	);
	const one: OrderInProgress = {
		order: paidOrder(),
		key: 'key',
		source: { ours: true, adopted: false },
		state: orderState(),
		check: { outcome: 'confirm' },
	};
	await confirmAndReserve(odoo, [one], { taxes: 'none' }, CONTEXT);
	const actions = odoo.calls.flatMap(({ method, ids }) => (ids ? [[method, ids]] : []));
	return { one, actions };
}

it('confirms an order and reads it again', async () => {
	const { one, actions } = await confirm(248);
	expect(actions).toEqual([['action_confirm', [1]]]);
	expect(one).toMatchObject({ state: { state: 'sale' }, check: { outcome: 'confirm' } });
});

it('resets an order whose total changed with the confirmation to a quotation, for a person', async () => {
	const { one, actions } = await confirm(280.24);
	expect(actions).toEqual([
		['action_confirm', [1]],
		['action_cancel', [1]],
		['action_draft', [1]],
	]);
	expect(one).toMatchObject({
		state: { state: 'draft' },
		check: { outcome: 'review', reason: expect.stringMatching(/280\.24 CNY.*248\.00 CNY/) },
	});
});

it('asks a person about an order that Odoo does not confirm', async () => {
	const { one } = await confirm(248, { state: 'draft', rejected: true });
	expect(one.check).toMatchObject({
		outcome: 'review',
		reason: expect.stringContaining('Odoo says: no.'),
	});
});

it('takes no notice of a rejection when somebody else has confirmed the order', async () => {
	const { one } = await confirm(248, { rejected: true });
	expect(one.check).toEqual({ outcome: 'confirmed' });
});

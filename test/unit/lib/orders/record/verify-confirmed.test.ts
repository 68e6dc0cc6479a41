import type { OrderState } from '../../../../../lib/orders/sale-order/order-state';
import type { Standing } from '../../../../../lib/orders/record/find-or-create-orders';
import { verifyConfirmed } from '../../../../../lib/orders/record/verify-confirmed';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { orderState, paidOrder } from '../orders';

const order = paidOrder();

/** Verifies an order that was confirmed unseen, among what Odoo holds then. */
async function verify(state: OrderState, others: OrderState[] = []) {
	const odoo = fakeOdoo(({ model, method }) => {
		if (model === 'mail.message' && method === 'load') return { ids: [5], messages: [] };
		if (model === 'mail.message') return [{ id: 5, subject: 'WeChat hold released' }];
		return model === 'stock.picking' && method === 'search_read' ? [{ id: 8 }] : [];
	});
	const standing: Standing = {
		order,
		key: 'key',
		origin: { ours: true, adopted: false },
		state,
		judgement: { verdict: 'confirm' },
		unseen: true,
	};
	const orders = new Map([state, ...others].map((one) => [one.id, one]));
	const moved = await verifyConfirmed(odoo, [standing], orders, { taxes: 'none' });
	const writes = odoo.calls
		.filter(({ method }) => method !== 'search_read')
		.map(({ method, ids }) => [method, ids]);
	return { standing, moved, writes };
}

const sold = (change: Partial<OrderState> = {}) => orderState({ state: 'sale', ...change });

it('leaves an order that is as it should be', async () => {
	const { standing, moved, writes } = await verify(sold());
	expect([standing.judgement.verdict, moved, writes]).toEqual(['confirm', false, []]);
});

it('sets an order with another total back to a draft, for a person', async () => {
	const { standing, writes } = await verify(sold({ amountTotal: '280.24' }));
	// Between two notes in the chatter: that it has begun, and why.
	expect(writes).toEqual([
		['load', undefined],
		['action_cancel', [1]],
		['action_draft', [1]],
		['load', undefined],
	]);
	expect(standing).toMatchObject({
		state: { state: 'draft' },
		judgement: { verdict: 'review', reason: expect.stringMatching(/280\.24 CNY.*248\.00 CNY/) },
	});
});

it('gives way to an order that was typed in by hand', async () => {
	const typed = orderState({ id: 2, reference: order.payment.transaction_id });
	const { standing, writes } = await verify(sold(), [typed]);
	expect(writes).toEqual([['action_cancel', [1]]]);
	expect(standing).toMatchObject({
		state: { id: 2 },
		judgement: { verdict: 'review', reason: expect.stringContaining('typed in by hand') },
	});
});

it('takes the stock of a hold that nobody had told of', async () => {
	const hold = sold({
		id: 3,
		reference: 'WeChat hold until 2100-01-01 00:00:00 UTC',
		origin: 'WeChat Pay SHOP1',
	});
	const { moved, writes } = await verify(sold(), [hold]);
	expect(moved).toBe(true);
	expect(writes).toEqual([
		['load', undefined],
		['action_cancel', [3]],
		['action_assign', [8]],
	]);
});

it('touches neither a cancelled order nor the orders of other payments', async () => {
	const { standing, writes } = await verify(orderState({ state: 'cancel' }), [
		sold({ id: 2, reference: 'another' }),
	]);
	expect(writes).toEqual([]);
	expect(standing.judgement).toMatchObject({ reason: expect.stringContaining('is cancelled') });
});

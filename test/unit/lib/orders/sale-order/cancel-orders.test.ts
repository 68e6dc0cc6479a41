import { IntegrationError } from '../../../../../lib/core/errors';
import { cancelOrders } from '../../../../../lib/orders/sale-order/cancel-orders';
import { fakeOdoo } from '../../odoo/fake-odoo';

const refusal = () =>
	new IntegrationError({
		code: 'ODOO_VALIDATION',
		message: 'Odoo says: no.',
		likelyCause: '',
		nextStep: '',
	});

/** Odoo cancels no locked order, and not the order `stuck` either. */
function odooWithLocks(locked: Set<number>, stuck = 0) {
	return fakeOdoo(
		({ method, ids = [] }) => {
			if (method === 'search_read') return [...locked].map((id) => ({ id, locked: true }));
			if (method === 'action_unlock') return ids.forEach((id) => locked.delete(id));
			if (method === 'action_lock') return ids.forEach((id) => locked.add(id));
			const rejected = ids.some((id) => locked.has(id) || id === stuck);
			return rejected ? Promise.reject(refusal()) : true;
		},
		['locked'],
	);
}
const cancellations = ({ calls }: { calls: Array<{ method: string; ids?: number[] }> }) =>
	calls.flatMap(({ method, ids }) => (method === 'action_cancel' ? [ids] : []));

it('takes one call where no order is locked', async () => {
	const odoo = odooWithLocks(new Set());
	expect(await cancelOrders(odoo, [1, 2])).toEqual(new Map());
	expect(odoo.calls).toHaveLength(1);
});

it('unlocks locked orders first', async () => {
	const locked = new Set([2]);
	const odoo = odooWithLocks(locked);
	expect(await cancelOrders(odoo, [1, 2])).toEqual(new Map());
	expect(cancellations(odoo)).toEqual([[1, 2], [1], [2]]);
	expect([...locked]).toEqual([]);
});

it('lets an order that Odoo does not cancel fail alone, and locks it again', async () => {
	const locked = new Set([2, 3]);
	const odoo = odooWithLocks(locked, 3);
	const rejected = await cancelOrders(odoo, [1, 2, 3]);
	expect([...rejected].map(([id, { message }]) => [id, message])).toEqual([[3, 'Odoo says: no.']]);
	expect([...locked]).toEqual([3]);
});

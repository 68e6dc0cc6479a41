import { findHolds } from '../../../../../lib/orders/hold/find-holds';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

it('looks up only orders whose number Odoo has seen, in one search for all', async () => {
	const odoo = fakeOdoo(() => []);
	const requests = ['A', 'B'].map((out_trade_no) => ({
		...{ order: paidOrder({ out_trade_no }), expires: 5 },
	}));
	const holds = await findHolds(odoo, requests, 0);
	expect(holds).toMatchObject([
		{ order: { payment: { transaction_id: 'hold-A' } }, expires: 5 },
		{ order: { payment: { transaction_id: 'hold-B' } }, expires: 5 },
	]);
	expect(odoo.calls.map(({ method }) => method)).toEqual(['search_read']);
});

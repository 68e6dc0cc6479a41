import { findSales } from '../../../../../lib/settlement/odoo/find-sales';
import { answerExternalId } from '../../odoo/answer-external-id';
import { callsOf } from '../../odoo/odoo-with-rows';
import { odooWithLedger } from './odoo-with-ledger';

const named = (transaction_id: string, out_trade_no = 'SHOP1') => ({
	...{ mchid: '1900000001', out_trade_no, transaction_id },
});
const order = (id: number, client_order_ref: string | false) => ({
	...{ id, name: `S${id}`, client_order_ref, company_id: [1, 'Company'] },
});

/** Orders, and their database ids by the names of their external ids. */
const odooWith = (orders: Array<ReturnType<typeof order>>, names: Record<string, number>) => {
	const ids = Object.entries(names).map(([name, id]): [string, [string, number]] => [
		`wechat_pay.${name}`,
		['sale.order', id],
	]);
	return odooWithLedger({ 'sale.order': orders }, (call) =>
		answerExternalId(call, Object.fromEntries(ids)),
	).odoo;
};

it('finds orders by their customer reference in one search', async () => {
	const odoo = odooWith([order(1, 'T1'), order(2, 'T2')], {});
	const found = await findSales(odoo, [named('T1'), named('T2'), named('T1')]);
	expect([...found].map(([transaction, { id, name }]) => [transaction, id, name])).toEqual([
		['T1', 1, 'S1'],
		['T2', 2, 'S2'],
	]);
	expect(callsOf(odoo, 'sale.order search_read')).toHaveLength(1);
});

it.each([
	['a person has changed the reference', [order(1, false)], { '1900000001_T1': 1 }],
	['a person has copied the order', [order(9, 'T1'), order(1, 'T1')], { '1900000001_T1': 1 }],
	['the order was a hold', [order(1, false)], { '1900000001_hold-SHOP1': 1 }],
])('goes by the external id where %s', async (_, orders, externalIds) => {
	const found = await findSales(odooWith(orders, externalIds), [named('T1')]);
	expect(found.get('T1')).toMatchObject({ id: 1, name: 'S1' });
});

it('takes the first of several orders that no external id names, and leaves out what is unknown', async () => {
	const odoo = odooWith([order(8, 'T1'), order(9, 'T1')], {});
	const found = await findSales(odoo, [named('T1'), named('T7')]);
	expect(found.get('T1')?.id).toBe(8);
	expect(found.has('T7')).toBe(false);
});

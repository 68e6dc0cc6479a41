import { money } from '../../../../lib/core/money';
import type { BillRow } from '../../../../lib/reconciliation/bill-row';
import { paymentDifferences } from '../../../../lib/reconciliation/compare-payments';
import type { OdooOrder } from '../../../../lib/reconciliation/day-records';
import { kindsOf, number, order, pay } from './day';

it.each<[string, BillRow[], OdooOrder[], string[]]>([
	['another amount', [pay(1)], [order(1, { total: money(19901, 'CNY') })], ['amount_differs 1']],
	['another currency', [pay(1)], [order(1, { total: money(19900, 'HKD') })], ['amount_differs 1']],
	['a draft', [pay(1)], [order(1, { state: 'draft' })], ['in_review 1']],
	[
		'cancelled after a refund of another day',
		[pay(1)],
		[order(1, { state: 'cancel', credited: true })],
		[],
	],
	['cancelled', [pay(1)], [order(1, { state: 'cancel' })], ['cancelled_in_odoo 1']],
	['twice in Odoo', [pay(1)], [order(1), order(1, { id: 9, name: 'S9' })], ['duplicate_in_odoo 1']],
	['twice in Odoo, one cancelled', [pay(1)], [order(1), order(1, { id: 9, state: 'cancel' })], []],
	[
		'paid twice',
		[pay(1), pay(2, { out_trade_no: 'SHOP1' })],
		[order(1), order(2)],
		['paid_twice 2'],
	],
	[
		'the same number of the shop at two merchants of a service provider',
		[
			pay(1, { sub_mchid: '1900000109' }),
			pay(2, { sub_mchid: '1900000110', out_trade_no: 'SHOP1' }),
		],
		[order(1), order(2)],
		[],
	],
	['the same row twice', [pay(1), pay(1)], [order(1)], []],
])('%s', (_, payments, orders, wanted) => {
	expect(kindsOf(paymentDifferences(payments, orders, new Set()))).toEqual(wanted);
});

it('agrees with an order of 55.00 for a payment of 60.00 whose line for coupons deducts 5.00', () => {
	const paid = pay(1, { total_fen: 6000 });
	const recorded = order(1, { total: money(5500, 'CNY') });
	const differences = (coupon?: number) =>
		kindsOf(
			paymentDifferences(
				[paid],
				[{ ...recorded, ...(coupon && { coupon: money(coupon, 'CNY') }) }],
				new Set(),
			),
		);
	expect(differences(500)).toEqual([]);
	expect(differences(400)).toEqual(['amount_differs 1']);
	expect(differences()).toEqual(['amount_differs 1']);
});

it('shows both amounts, and all orders of one payment', () => {
	const [differs] = paymentDifferences(
		[pay(1)],
		[order(1, { total: money(100, 'CNY') })],
		new Set(),
	);
	expect(differs).toMatchObject({ order: 'S1', in_wechat: '199.00 CNY', in_odoo: '1.00 CNY' });
	const twice = [order(1), order(1, { id: 9, name: 'S9' })];
	expect(paymentDifferences([pay(1)], twice, new Set())[0]).toMatchObject({ order: 'S1, S9' });
});

it.each([
	[undefined, 'never arrived, or the workflow'],
	[new Map([[number(9), '']]), 'n8n does not have its notification'],
	[new Map([[number(1), '']]), 'deleted in Odoo'],
])('tells causes apart by what n8n has', (n8n, cause) => {
	expect(paymentDifferences([pay(1)], [], new Set(), n8n)[0]?.cause).toContain(cause);
});

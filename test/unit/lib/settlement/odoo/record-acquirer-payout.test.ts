import { money } from '../../../../../lib/core/money';
import { recordAcquirerPayout } from '../../../../../lib/settlement/odoo/record-acquirer-payout';
import { ledgerOf, odooWithLedger } from './odoo-with-ledger';

it('records each row of a known order once', async () => {
	const { odoo, rows } = odooWithLedger({
		'sale.order': [{ id: 42, name: 'S42', client_order_ref: 'int_1', company_id: [1, 'C'] }],
	});
	const row = {
		...{ mchid: 'stripe:acct_1', transaction_id: 'int_1', out_trade_no: 'SHOP1' },
		...{ date: '2026-11-21', document: 'abc', payout_id: 'PO1', payout_date: '2026-11-24' },
		...{ paid: money(9900, 'HKD'), settled: money(9900, 'HKD'), fee: money(287, 'HKD') },
		payout: money(1228, 'USD'),
	};
	const unknown = { ...row, transaction_id: 'int_2' };
	const amounts = { paid: '99.00', paid_currency: 'HKD', settled: '96.13' };
	expect(await recordAcquirerPayout(odoo, [row, unknown])).toEqual([
		expect.objectContaining({ status: 'recorded', name: 'S42', ...amounts }),
		undefined,
	]);
	expect(await recordAcquirerPayout(odoo, [row])).toMatchObject([{ status: 'known' }]);
	expect(ledgerOf(rows)).toEqual([
		'int_1 paid 99 HKD',
		'int_1 settled 99 HKD',
		'int_1 fee -2.87 HKD',
		'int_1 paid_out 12.28 USD',
	]);
});

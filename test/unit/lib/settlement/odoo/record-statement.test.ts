import { money } from '../../../../../lib/core/money';
import { recordStatement } from '../../../../../lib/settlement/odoo/record-statement';
import type { StatementRow } from '../../../../../lib/settlement/statement-row';
import { ledgerOf, odooWithLedger } from './odoo-with-ledger';

const row = (transaction_id: string, more: Partial<StatementRow> = {}): StatementRow => ({
	...{ kind: 'payment', mchid: '1900000001', transaction_id, out_trade_no: 'SHOP1' },
	...{ date: '2026-11-21', document: 'abc' },
	...{ paid: money(9900, 'CNY'), settled: money(1386, 'USD'), fee: money(8, 'USD') },
	converted: { from: money(9900, 'CNY'), to: money(1386, 'USD') },
	...more,
});
const shop = () =>
	odooWithLedger({
		'sale.order': [{ id: 42, name: 'S42', client_order_ref: 'T42', company_id: [1, 'C'] }],
	});

it('records rows of known orders once, and shows the money of each order', async () => {
	const { odoo, rows } = shop();
	const refund = row('T42', {
		...{ kind: 'refund', refund_id: '50', paid: money(-900, 'CNY'), settled: money(-126, 'USD') },
		...{ fee: money(-1, 'USD') },
	});
	const [first, second, unknown] = await recordStatement(odoo, [row('T42'), refund, row('T7')]);
	const amounts = {
		...{ paid: '90.00', paid_currency: 'CNY', settled: '12.53', settled_currency: 'USD' },
	};
	expect(first).toEqual({
		...{ status: 'recorded', sale_order_id: 42, name: 'S42', rate: '0.14000000', ...amounts },
	});
	expect(second).toMatchObject({ status: 'recorded', ...amounts });
	expect(unknown).toBeUndefined();
	expect(ledgerOf(rows)).toHaveLength(6);
	expect(await recordStatement(odoo, [row('T42')])).toMatchObject([{ status: 'known' }]);
	expect(ledgerOf(rows)).toHaveLength(6);
});

it('corrects what a later statement has otherwise', async () => {
	const { odoo, rows } = shop();
	await recordStatement(odoo, [row('T42')]);
	const later = row('T42', { document: 'def', settled: money(1385, 'USD') });
	expect(await recordStatement(odoo, [later])).toMatchObject([
		{ status: 'corrected', settled: '13.77' },
	]);
	expect(ledgerOf(rows).at(-1)).toBe('T42 settled -0.01 USD');
});

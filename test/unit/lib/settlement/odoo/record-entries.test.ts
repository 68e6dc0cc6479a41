import { money } from '../../../../../lib/core/money';
import {
	recordEntries,
	recordRatedEntries,
} from '../../../../../lib/settlement/odoo/record-entries';
import { ledgerOf, odooWithLedger } from './odoo-with-ledger';

const row = (transaction_id: string) => ({
	...{ mchid: '1900000001', transaction_id, out_trade_no: 'SHOP1' },
});
const entriesOf = ({ mchid, transaction_id }: ReturnType<typeof row>) => [
	{
		...{ key: `${transaction_id}_paid`, mchid, transaction_id, leg: 'paid' as const },
		...{ amount: money(100, 'CNY'), rate: '0.5', source: 'Test', document: 'abc' },
		date: '2026-11-21',
	},
];

it('records what a document says of known orders, in the order of its rows', async () => {
	const { odoo, rows } = odooWithLedger({
		'sale.order': [{ id: 42, name: 'S42', client_order_ref: 'T42', company_id: [1, 'C'] }],
	});
	const outcomes = await recordEntries(odoo, [row('T7'), row('T42')], entriesOf);
	const order = { sale_order_id: 42, name: 'S42', paid: '1.00', paid_currency: 'CNY' };
	expect(outcomes).toEqual([undefined, { status: 'recorded', ...order }]);
	expect(ledgerOf(rows)).toEqual(['T42 paid 1 CNY']);
	expect(await recordRatedEntries(odoo, [row('T7'), row('T42')], entriesOf)).toEqual([
		undefined,
		{ status: 'known', ...order, rate: '0.5' },
	]);
});

it('writes nothing where Odoo has none of the orders', async () => {
	const { odoo, rows } = odooWithLedger();
	expect(await recordEntries(odoo, [row('T7')], entriesOf)).toEqual([undefined]);
	expect(ledgerOf(rows)).toEqual([]);
});

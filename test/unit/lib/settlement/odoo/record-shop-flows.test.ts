import { recordShopFlows } from '../../../../../lib/settlement/odoo/record-shop-flows';
import type { ShopFlow } from '../../../../../lib/settlement/shop-flow';
import { ledgerOf, odooWithLedger } from './odoo-with-ledger';

const flow = (flow_id: string, type: number, fen: number, order = '371'): ShopFlow => ({
	...{ mchid: 'wxshop', transaction_id: order, out_trade_no: order, flow_id, type, fen },
	...{ name: '', buyer_paid_fen: 9500, date: '2026-11-22' },
});

it('records each flow once, and nothing of an order that Odoo does not have', async () => {
	const { odoo, rows } = odooWithLedger({
		'sale.order': [{ id: 42, name: 'S42', client_order_ref: '371', company_id: [1, 'C'] }],
	});
	const flows = [flow('1', 1, 9800), flow('2', 11, -196), flow('3', 3, -500), flow('4', 1, 1, '7')];
	const [payment, , , unknown] = await recordShopFlows(odoo, flows);
	expect(payment).toMatchObject({
		status: 'recorded',
		name: 'S42',
		paid: '90.00',
		settled: '91.04',
	});
	expect(unknown).toBeUndefined();
	expect(ledgerOf(rows)).toHaveLength(5);
	expect(await recordShopFlows(odoo, flows.slice(0, 3))).toMatchObject([
		...[{ status: 'known' }, { status: 'known' }, { status: 'known' }],
	]);
	expect(ledgerOf(rows)).toHaveLength(5);
});

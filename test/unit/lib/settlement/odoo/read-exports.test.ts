import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
import { money } from '../../../../../lib/core/money';
import { readExports } from '../../../../../lib/settlement/odoo/read-exports';
import { currency, odooWithLedger } from './odoo-with-ledger';
import { PERIOD, received, soldRows } from './sold-rows';

it('reads invoices, deliveries and receipts of orders that left the country', async () => {
	const rows = soldRows();
	const [first, second, ...others] = rows['sale.order'];
	const invoice = (id: number, more: object) => ({
		...{ id, name: `INV/${id}`, invoice_date: '2026-11-22', amount_total: 99 },
		...{ currency_id: currency('CNY'), state: 'posted', move_type: 'out_invoice', ...more },
	});
	const picking = (id: number, more: object) => ({
		...{ id, sale_id: [1, 'S1'], state: 'done', date_done: `2026-11-2${id} 10:00:00` },
		...{ location_dest_id: [9, 'customer'], ...more },
	});
	const { odoo } = odooWithLedger({
		...rows,
		'sale.order': [
			{ ...first!, partner_id: [1, 'B1'], partner_shipping_id: [11, 'B1'], invoice_ids: [1, 2, 3] },
			{ ...second!, partner_id: [2, 'B2'], partner_shipping_id: [12, 'B2'], invoice_ids: [] },
			...others,
		],
		'res.partner': [
			{ id: 11, country_id: [1, 'China'] },
			{ id: 12, country_id: [2, 'India'] },
		],
		'res.country': [
			{ id: 1, code: 'CN' },
			{ id: 2, code: 'IN' },
		],
		'account.move': [
			invoice(1, {}),
			invoice(2, { state: 'draft' }),
			invoice(3, { move_type: 'out_refund' }),
		],
		'stock.picking': [picking(4, {}), picking(3, {}), picking(5, { state: 'assigned' })],
	});
	await appendEntries(odoo, [received]);
	expect(await readExports(odoo, PERIOD, 'IN')).toMatchObject([
		{
			...{ order: 'S1', buyer: 'B1', country: 'CN', shipped: '2026-11-24' },
			invoices: [{ name: 'INV/1', date: '2026-11-22', total: money(9900, 'CNY') }],
			bank_references: [expect.any(String)],
			received_date: expect.stringMatching(/^20/),
		},
	]);
	expect((await readExports(odoo, PERIOD, 'AE')).map(({ order }) => order)).toEqual(['S1', 'S2']);
});

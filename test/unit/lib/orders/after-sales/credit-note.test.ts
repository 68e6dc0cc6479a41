import { createCreditNote } from '../../../../../lib/orders/after-sales/credit-note';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { orderState } from '../orders';

const REFUND = {
	mchid: '1900000001',
	out_trade_no: 'SHOP1',
	transaction_id: '42',
	refund_id: '50',
	refund_status: 'SUCCESS',
	refund_fen: 9900,
	total_fen: 24800,
	currency: 'CNY',
} as const;

async function write(lines: object[], amountTax = '32.24', invoices: number[] = []) {
	const odoo = fakeOdoo(
		({ model, method, params }) => {
			const domain = JSON.stringify(params?.domain ?? '');
			if (domain.includes('out_invoice')) return invoices.map((id) => ({ id }));
			if (method === 'load') return { ids: [6], messages: [] };
			if (model === 'sale.order')
				return [{ id: 1, partner_invoice_id: [7, 'x'], currency_id: [2, 'CNY'] }];
			return model === 'sale.order.line' ? lines : [{ id: 6, state: 'draft', amount_total: 99 }];
		},
		['tax_ids'],
	);
	const note = await createCreditNote(odoo, REFUND, orderState({ companyId: 3, amountTax }));
	const load = odoo.calls.find(({ method }) => method === 'load');
	return { note, row: (load?.params?.data as string[][])[0], context: load?.context };
}

const taxed = (tax_ids: number[], price_subtotal = 1) => ({ id: 1, tax_ids, price_subtotal });

it('has one line over the refunded amount, in the company of the order', async () => {
	const { note, row, context } = await write([]);
	expect(note).toEqual({ id: 6, state: 'draft', total: '99' });
	expect(row?.slice(0, 4)).toEqual(['wechat_refund.1900000001_50', 'out_refund', '7', '2']);
	expect(row).toContain('99.00');
	expect(context).toMatchObject({ allowed_company_ids: [3], default_move_type: 'out_refund' });
});

it.each([
	['the only posted invoice of the order', [8], '8'],
	['no invoice where there are several', [8, 9], ''],
	['no invoice where there is none', [], ''],
])('is linked to %s', async (_, invoices, expected) => {
	expect((await write([], '0', invoices)).row?.[6]).toBe(expected);
});

it.each<[string, object[], string, string]>([
	['the taxes that all lines share', [taxed([5, 4]), taxed([4, 5]), taxed([9], 0)], '32.24', '4,5'],
	['no taxes where lines differ', [taxed([4]), taxed([5])], '32.24', ''],
	['no taxes where the order has none', [taxed([4])], '0', ''],
])('has %s', async (_, lines, tax, expected) => {
	expect((await write(lines, tax)).row?.at(-1)).toBe(expected);
});

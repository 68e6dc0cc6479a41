import { creditNoteWatch } from '../../../../lib/refund-requests/credit-note-watch';
import { fakeOdoo } from '../odoo/fake-odoo';
import { rowsOf } from '../shipments/odoo-rows';

it('reads a posted credit note with the payment of its order, and leaves out other orders', async () => {
	const orders = rowsOf([]);
	const odoo = fakeOdoo((call) => {
		if (call.model === 'account.move') {
			const fields = { currency_id: [1, 'CNY'], reversed_entry_id: false, state: 'posted' };
			return [
				{ id: 57, name: 'RINV/7', ...fields, amount_total: 9.9, invoice_origin: 'S1' },
				{ id: 58, name: 'RINV/8', ...fields, amount_total: 1, invoice_origin: 'S99' },
			];
		}
		return call.model === 'account.move.line' ? [] : orders(call);
	});
	expect(await creditNoteWatch.read(odoo, [57, 58])).toEqual([
		{
			...{ id: 57, part: 7 },
			json: expect.objectContaining({
				transaction_id: '42',
				order: { sale_order_id: 7, name: 'S1' },
				credit_note: {
					...{ credit_note_id: 57, name: 'RINV/7', state: 'posted' },
					...{ total_fen: 990, total: '9.90', currency: 'CNY' },
				},
			}),
		},
	]);
});

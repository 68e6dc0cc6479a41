import {
	creditNotesOf,
	readCreditNotes,
} from '../../../../../lib/orders/after-sales/read-credit-notes';
import { fakeOdoo } from '../../odoo/fake-odoo';

const note = (fields: object) => ({
	...{ id: 57, name: 'RINV/7', state: 'posted', currency_id: [1, 'CNY'], amount_total: 12.3 },
	...{ invoice_origin: false, reversed_entry_id: false },
	...fields,
});

/** @param lines of invoices and credit notes: order line and price */
const odoo = (notes: object[], lines: Array<[move: number, line: number, price: number]> = []) =>
	fakeOdoo(({ model }) => {
		if (model === 'account.move') return notes;
		if (model === 'account.move.line') {
			return lines.map(([move, line, price], id) => ({
				...{ id, move_id: [move, 'x'], sale_line_ids: [line], price_total: price },
			}));
		}
		if (model === 'sale.order.line') {
			return [
				{ id: 9, order_id: [7, 'S1'] },
				{ id: 10, order_id: [8, 'S2'] },
			];
		}
		return [{ id: 7, name: 'S1' }];
	});
const shares = async (...args: Parameters<typeof odoo>) =>
	(await readCreditNotes(odoo(...args), [])).map((one) => [...one.shares]);

it('gives the one order of its lines the whole total, with taxes', async () => {
	expect(await shares([note({})], [[57, 9, 10]])).toEqual([[[7, 1230]]]);
});

it('divides itself by its lines between several orders', async () => {
	const lines: Array<[number, number, number]> = [
		[57, 9, 4.1],
		[57, 10, 8.2],
	];
	expect(await shares([note({})], lines)).toEqual([
		[
			[7, 410],
			[8, 820],
		],
	]);
});

it('belongs to the order of the invoice that it reverses, or of its source document', async () => {
	expect(await shares([note({ reversed_entry_id: [50, 'INV'] })], [[50, 9, 99]])).toEqual([
		[[7, 1230]],
	]);
	expect(await shares([note({ invoice_origin: 'S1, PO 8' })])).toEqual([[[7, 1230]]]);
});

it('belongs to no order without any of them', async () => {
	expect(await shares([note({ invoice_origin: 'S9' })])).toEqual([[]]);
	expect(creditNotesOf({ id: 7, name: 'S1' })).toContainEqual(['invoice_origin', '=', 'S1']);
});

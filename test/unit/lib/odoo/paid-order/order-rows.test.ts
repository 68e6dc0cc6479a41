import {
	isPriced,
	NOTE_FIELDS,
	noteRecord,
	productFields,
	productRecord,
} from '../../../../../lib/odoo/paid-order/order-rows';
import { paidOrder } from './orders';

const REFERENCES = { partnerId: 7, pricelistId: 2, sourceId: 11 };
const ID = 'wechat_pay.1900000001_4200002761202611221234567890';

it('gives the order and each of its lines an external id, and prices as decimal text', () => {
	const { rows } = productRecord(paidOrder(), REFERENCES);
	const head = [ID, '7', '2', '4200002761202611221234567890', 'WeChat Pay SHOP1', '11'];
	expect(rows).toEqual([
		[...head, `${ID}_line_1`, '41', '2', '99.00'],
		['', '', '', '', '', '', `${ID}_line_2`, '42', '1', '50.00'],
	]);
});

it.each([undefined, 'tax_ids'])('fills every column, with tax column %p', (taxField) => {
	const fields = productFields(true, taxField);
	const { rows } = productRecord(paidOrder(), REFERENCES, taxField);
	expect(rows.map((row) => row.length)).toEqual([fields.length, fields.length]);
	if (taxField) expect(rows.map((row) => row.at(-1))).toEqual(['', '']);
	const { rows: notes } = noteRecord(paidOrder(), REFERENCES);
	expect(new Set(notes.map((row) => row.length))).toEqual(new Set([NOTE_FIELDS.length]));
});

it('leaves all prices to Odoo when one line does not tell its own', () => {
	const order = paidOrder();
	delete order.mapping?.lines[0]?.unit_price_fen;
	expect(isPriced(order.mapping?.lines ?? [])).toBe(false);
	const { rows } = productRecord(order, REFERENCES);
	expect(rows[0]?.slice(-2)).toEqual(['41', '2']);
});

it('writes what was paid and each line as received as notes, with no product', () => {
	const { rows } = noteRecord(paidOrder(), REFERENCES);
	expect(rows.map((row) => row.slice(-3))).toEqual([
		[`${ID}_note_1`, 'line_note', 'Paid: 248.00 CNY'],
		[`${ID}_note_2`, 'line_note', 'SKU TEE × 2 at 99.00 CNY'],
		[`${ID}_note_3`, 'line_note', 'SKU CAP × 1 at 50.00 CNY'],
	]);
});

it('says that there were no lines, and why', () => {
	const order = paidOrder({ lines: [], lines_problem: 'attach is empty.' });
	const { rows } = noteRecord(order, REFERENCES);
	expect(rows.at(-1)?.at(-1)).toBe('WeChat sent no order lines. attach is empty.');
});

it('keeps a dot out of the external id: Odoo would read another module in it', () => {
	const { rows } = noteRecord(paidOrder({ transaction_id: 'a.b c' }), REFERENCES);
	expect(rows[0]?.[0]).toBe('wechat_pay.1900000001_a_b_c');
});

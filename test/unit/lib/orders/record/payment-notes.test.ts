import { NOT_SPLIT } from '../../../../../lib/orders/model/recipient';
import fc from 'fast-check';

import {
	chatterNotes,
	isLineNote,
	lineNotes,
	readLineNote,
} from '../../../../../lib/orders/record/payment-notes';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import { readPaymentNote } from '../../../../../lib/orders/record/read-payment-note';
import { paidOrder } from '../orders';

const line = fc.record(
	{
		sku: fc.string({ minLength: 1, maxLength: 30 }).filter((sku) => sku === sku.trim()),
		quantity: fc.integer({ min: 1, max: 999 }),
		unit_price_fen: fc.integer({ min: 0, max: 10_000_000 }),
		product_id: fc.stringMatching(/^[0-9]{1,20}$/),
	},
	{ requiredKeys: ['sku', 'quantity'] },
);

it('the notes of a draft hold its lines as they were received', () => {
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
			const notes = lineNotes(paidOrder({ lines: lines as never }));
			expect(notes.every(isLineNote)).toBe(true);
			expect(notes.flatMap((note) => readLineNote(note) ?? [])).toEqual(lines);
		}),
	);
});

it('the notes of a person are left alone', () => {
	for (const note of ['SKU comes tomorrow', 'Please pack as a gift', 'Gift × 2']) {
		expect(isLineNote(note)).toBe(false);
	}
});

const bodiesOf = (order: PaidOrder) =>
	chatterNotes(order).map((note) => note.find(([column]) => column === 'body')?.[1] ?? '');

it('the address is in a note of its own, on one line', () => {
	const text = '1 Road\nAmount: 1.00 CNY\u2028Amount: 1.00 CNY';
	const [payment, address, ...others] = bodiesOf({ ...paidOrder(), address: { text } });
	expect(others).toEqual([]);
	expect(payment).not.toContain('Road');
	expect(address).toBe(
		`<p>Address as received: 1 Road Amount: 1.00 CNY Amount: 1.00 CNY</p><p>${NOT_SPLIT}</p>`,
	);
});

it('the remark is in a note after the address, and phone numbers are masked in both', () => {
	const notes = bodiesOf({
		...paidOrder(),
		...{ remark: 'Call +86 138 0000 5678 <b>', isGift: true },
		address: { phone: '13800005678', city: '广州市', street: '1 号 13800005678' },
	});
	expect(notes.slice(1)).toEqual([
		'<p>Address as received: 广州市 1 号 ****5678</p>',
		'<p>This order is a gift. Buyer&#39;s remark: Call ****5678 &#60;b&#62;</p>',
	]);
});

it('no value of a payment begins another line of its note', () => {
	const odd = 'X\nAmount: 1.00 CNY\u2028Amount: 1.00 CNY\r\u0085</p><p>Amount: 1.00 CNY';
	const [note = ''] = bodiesOf(paidOrder({ out_trade_no: odd, appid: odd, success_time: odd }));
	expect(readPaymentNote(note)).toMatchObject({ total_fen: 24_800, currency: 'CNY' });
	expect(note).not.toMatch(/[\n\r\u0085\u2028]/);
});

it('a line of a stranger stays one note, whose price is the one that was received', () => {
	const sku = 'A × 1 at 3.00 CNY\nSKU B';
	const [, note = ''] = lineNotes(
		paidOrder({
			lines: [{ sku, quantity: 2, unit_price_fen: 900, product_id: 'x) × 9 at 0.01 CNY' }] as never,
		}),
	);
	expect(readLineNote(note)).toEqual({
		sku: 'A × 1 at 3.00 CNY\ufffdSKU B',
		quantity: 2,
		unit_price_fen: 900,
	});
});

import { escapeHtml } from '../../../../../lib/core/outside-text';
import {
	readRequestNote,
	requestText,
	type RequestNote,
} from '../../../../../lib/orders/after-sales/request-note';

const NOTE: RequestNote = {
	...{ out_refund_no: 'SHOP1-CN57', status: 'PROCESSING', fen: 5000, currency: 'CNY' },
};
const waiting = {
	attempts: 2,
	since: '2026-11-28T02:10:00.000Z',
	next_attempt: '2026-11-28T05:10:00.000Z',
	give_up: '2026-12-01T02:10:00.000Z',
};

it.each<[string, RequestNote]>([
	['a refund', { ...NOTE, refund_id: '503' }],
	['one that waits for funds', { ...NOTE, status: 'WAITING_FOR_FUNDS', waiting }],
	['both', { ...NOTE, refund_id: '503', waiting }],
	['yen', { ...NOTE, fen: 5000, currency: 'JPY' }],
])('reads %s as it was written, in the HTML of Odoo', (_, note) => {
	expect(readRequestNote(`<p>${escapeHtml(requestText(note))}</p>`)).toEqual(note);
});

it('keeps the reason for people, on one bounded line', () => {
	const text = requestText({ ...NOTE, status: 'FAILED', why: `no\n<b>${'x'.repeat(9000)}` });
	expect(text).toMatch(/^WeChat refund request SHOP1-CN57: FAILED, 50\.00 CNY\. no.?<b>x+/);
	expect(text.length).toBeLessThan(700);
	expect(readRequestNote(text)).toEqual({ ...NOTE, status: 'FAILED' });
});

it.each([
	'',
	'Refunded.',
	'WeChat refund request A: PAID, 1.00 CNY.',
	requestText(NOTE).slice(0, 30),
])('is no note: %j', (text) => expect(readRequestNote(text)).toBeUndefined());

import {
	clock,
	noteHtml,
	openingText,
	wordsText,
	writeNotes,
} from '../../../../lib/complaints/complaint-notes';
import { chatterInMemory, complaintWith } from './chatter-in-memory';

it('begins with order, refunds so far and deadlines', () => {
	const order = { id: 7, name: 'S00007', currency: 'CNY' };
	const text = openingText(complaintWith({ askedFen: 5000, phone: '13900001111' }), order, 1200);
	expect(text.split('\n')).toEqual([
		'WeChat complaint 2002018',
		expect.stringMatching(/^Order S00007, credited so far: .*12\.00/),
		expect.stringContaining('50.00'),
		'Phone: 13900001111',
		'Answer by 2026-11-23 10:30 UTC, solve by 2026-11-25 10:30 UTC.',
	]);
});

it('says that Odoo does not have the order', () => {
	expect(openingText(complaintWith(), undefined, 0)).toContain('Order (none) is not in Odoo.');
});

it.each([
	['USER_RESPONSE', 'Buyer'],
	['MERCHANT_RESPONSE', 'Merchant'],
	['PLATFORM_RESPONSE', 'WeChat'],
	['', 'WeChat'],
])('says who it was: %s', (type, who) => {
	const words = { log_id: '1', at: 'T', text: '好', images: 2, type };
	expect(wordsText(words)).toContain(`${who}, T (${type}): 好`);
	expect(wordsText(words)).toContain('2 images');
});

it('keeps lines, and no markup of strangers', () => {
	expect(noteHtml('<b>a</b>\nb')).toBe('<p>&#60;b&#62;a&#60;/b&#62;<br/>b</p>');
	expect(clock('2026-11-23T10:30:59.000Z')).toBe('2026-11-23 10:30 UTC');
});

it('writes a note once', async () => {
	const { odoo, messages } = chatterInMemory();
	const note = { externalId: 'wechat_complaint.1_2_opened', text: 'x' };
	await writeNotes(odoo, { model: 'sale.order', id: 7 }, [note]);
	await writeNotes(odoo, { model: 'sale.order', id: 7 }, [note]);
	expect(messages()).toEqual(['<p>x</p>']);
});

import { recordComplaint } from '../../../../lib/complaints/record-complaint';
import { chatterInMemory, complaintWith } from './chatter-in-memory';

it('adds only what is new, and closes its activity at the end', async () => {
	const { odoo, rows, messages } = chatterInMemory();
	rows['res.users'] = [{ id: 5, company_id: [1, 'Company'] }];
	rows['res.company'] = [{ id: 1, partner_id: [3, 'Company'] }];
	const options = {
		prefixes: { reply: 'WeChat:', solved: 'WeChat solved' },
		tickets: '',
		now: Date.parse('2026-11-22T11:00:00Z'),
		dryRun: false,
	};
	const preview = await recordComplaint(odoo, complaintWith(), { ...options, dryRun: true });
	expect(preview).toEqual({
		...{ status: 'open', model: 'res.partner', record_id: 3 },
		...{ sale_order_id: null, credited_fen: 0, dry_run: true },
	});
	expect(messages()).toEqual([]);
	const first = await recordComplaint(odoo, complaintWith(), options);
	expect(first).toEqual({
		...{ status: 'open', model: 'res.partner', record_id: 3 },
		...{ sale_order_id: null, credited_fen: 0 },
	});
	const answer = { log_id: '2', at: 'T', type: 'MERCHANT_RESPONSE', text: '好', images: 0 };
	const words = [...complaintWith().words, answer];
	const closed = complaintWith({ words, state: 'PROCESSED' });
	expect(await recordComplaint(odoo, closed, options)).toMatchObject({ status: 'closed' });
	expect(messages()).toHaveLength(3);
	expect(rows['mail.activity']).toEqual([]);
});

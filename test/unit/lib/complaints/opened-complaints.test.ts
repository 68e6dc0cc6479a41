import { complaintExternalId } from '../../../../lib/complaints/complaint';
import { writeNotes } from '../../../../lib/complaints/complaint-notes';
import { notesOfPeople, openedComplaints } from '../../../../lib/complaints/opened-complaints';
import { chatterInMemory } from './chatter-in-memory';

it('knows where complaints are, what was written about them, and what people wrote', async () => {
	const { odoo, rows, add } = chatterInMemory();
	const complaint = { mchid: '1900000001', complaint_id: '2002018' };
	const id = (part: string) => complaintExternalId(complaint, part);
	await writeNotes(odoo, { model: 'sale.order', id: 7 }, [
		{ externalId: id('opened'), text: 'WeChat complaint 2002018' },
		{ externalId: id('sent_note5'), text: 'Sent' },
	]);
	const byHand = add('mail.message', {
		model: 'sale.order',
		res_id: 7,
		body: 'WeChat complaint ?',
	});
	const all = rows['mail.message'] ?? [];
	const opened = await openedComplaints(odoo, all);
	expect([...opened.values()]).toMatchObject([{ ...complaint, model: 'sale.order', id: 7 }]);
	const people = await notesOfPeople(odoo, all, opened);
	expect(people.map((row) => row.id)).toEqual([byHand]);
	const [parts] = [...opened.values()].map((one) => [...one.parts.keys()]);
	expect(parts).toEqual(['opened', 'sent_note5']);
});

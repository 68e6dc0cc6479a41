import {
	openedId,
	orderOfComplaint,
	placeOfComplaint,
} from '../../../../lib/complaints/complaint-place';
import { writeNotes } from '../../../../lib/complaints/complaint-notes';
import { chatterInMemory, complaintWith } from './chatter-in-memory';

const order = { id: 7, name: 'S00007', currency: 'CNY' };
const complaint = complaintWith();

it('is the order, or the contact of the company', async () => {
	const { odoo, rows } = chatterInMemory();
	rows['res.users'] = [{ id: 5, company_id: [1, 'Company'] }];
	rows['res.company'] = [{ id: 1, partner_id: [3, 'Company'] }];
	const at = async (known?: typeof order) =>
		await placeOfComplaint(odoo, complaint, known, undefined, 'text');
	expect(await at(order)).toEqual({ model: 'sale.order', id: 7 });
	expect(await at()).toEqual({ model: 'res.partner', id: 3 });
});

it('stays where it was recorded first', async () => {
	const { odoo } = chatterInMemory();
	const place = { model: 'res.partner', id: 3 };
	await writeNotes(odoo, place, [{ externalId: openedId(complaint), text: 'x' }]);
	expect(await placeOfComplaint(odoo, complaint, order, undefined, 'text')).toEqual(place);
});

it('is one ticket, with what its model has', async () => {
	const { odoo, rows } = chatterInMemory();
	rows['sale.order'] = [{ id: 7, partner_id: [9, 'Buyer'] }];
	const tickets = {
		model: 'helpdesk.ticket',
		name: 'name',
		description: 'description',
		partner: 'partner_id',
	};
	const place = async () => await placeOfComplaint(odoo, complaint, order, tickets, 'text');
	expect(await place()).toEqual(await place());
	expect(rows['helpdesk.ticket']).toMatchObject([
		{ name: 'WeChat complaint 2002018', description: 'text', 'partner_id/.id': '9' },
	]);
});

it('knows no order of a complaint without one', async () => {
	expect(await orderOfComplaint(chatterInMemory().odoo, complaint)).toBeUndefined();
});

import { IntegrationError } from '../../../../lib/core/errors';
import { closedTickets, ticketModel } from '../../../../lib/complaints/ticket-model';
import { fakeOdoo } from '../odoo/fake-odoo';
import { chatterInMemory } from './chatter-in-memory';

const chatter = { message_ids: {}, activity_ids: {} };
const stage = { type: 'many2one', relation: 'helpdesk.stage' };

it.each([
	['Enterprise', { name: {}, stage_id: stage, date_last_stage_update: {} }, 'fold'],
	[
		'the community',
		{ name: {}, description: {}, stage_id: stage, last_stage_update: {} },
		'closed',
	],
	['a person', { x_name: {}, x_stage_id: stage }, 'x_fold'],
])('knows the fields of the model that %s made', async (_, fields, closed) => {
	const stages = { [closed]: { type: 'boolean' }, name: { type: 'char' } };
	const { odoo } = chatterInMemory({
		'helpdesk.ticket': { ...fields, ...chatter },
		'helpdesk.stage': stages,
	});
	const tickets = await ticketModel(odoo, 'helpdesk.ticket');
	expect(tickets?.stages).toEqual({ model: 'helpdesk.stage', closed });
	expect(Object.keys(fields)).toContain(tickets?.name);
});

it.each([
	['', {}],
	['x_list', { x_list: { x_name: {} } }],
	['helpdesk.ticket', { 'helpdesk.ticket': chatter }],
])('finds no tickets in the model "%s"', async (model, fields) => {
	expect(await ticketModel(chatterInMemory(fields).odoo, model)).toBeUndefined();
});

const failing = (retryable: boolean) =>
	fakeOdoo(() => {
		const texts = { message: '', likelyCause: '', nextStep: '' };
		throw new IntegrationError({ code: 'ODOO_SERVER_FAULT', ...texts, retryable });
	});

it('takes a model that Odoo does not know for none, but a passing fault for no answer', async () => {
	expect(await ticketModel(failing(false), 'helpdesk.ticket')).toBeUndefined();
	await expect(ticketModel(failing(true), 'helpdesk.ticket')).rejects.toMatchObject({
		code: 'ODOO_SERVER_FAULT',
	});
});

it('names a closing by its stage and its time', async () => {
	const { odoo, add } = chatterInMemory();
	const closing = add('stage', { fold: true });
	const open = add('stage', { fold: false });
	const since = '2026-11-22 10:00:00';
	const closed = add('ticket', { stage_id: [closing, 'Solved'], since });
	const other = add('ticket', { stage_id: [open, 'New'], since });
	const model = { model: 'ticket', name: 'name', stage: 'stage_id', stageSince: 'since' };
	const stages = { model: 'stage', closed: 'fold' };
	expect(await closedTickets(odoo, { ...model, stages }, [closed, other])).toEqual(
		new Map([[closed, `stage${closing}_20261122100000`]]),
	);
	expect(await closedTickets(odoo, model, [closed])).toEqual(new Map());
});

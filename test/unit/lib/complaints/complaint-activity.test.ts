import { keepActivity, nextTask } from '../../../../lib/complaints/complaint-activity';
import { chatterInMemory, complaintWith } from './chatter-in-memory';

const place = { model: 'sale.order', id: 7 };
const prefixes = { reply: 'WeChat:', solved: 'WeChat solved' };
const at = (now: string) => ({ prefixes, userId: 5, now: Date.parse(now) });

it.each([
	['PENDING', 'Answer WeChat complaint 2002018', '2026-11-23'],
	['PROCESSING', 'Solve WeChat complaint 2002018', '2026-11-25'],
	['NEW_STATE', 'Solve WeChat complaint 2002018', '2026-11-25'],
])('that is %s has the next task and its deadline', (state, summary, day) => {
	const task = nextTask(complaintWith({ state }));
	expect(task).toMatchObject({ summary, by: expect.stringContaining(day) });
});

it('has one activity, which follows the complaint until it is closed', async () => {
	const { odoo, rows } = chatterInMemory();
	const open = () => (rows['mail.activity'] ?? []).map(({ summary }) => summary);
	const keep = async (state: string, hour: string) =>
		await keepActivity(odoo, complaintWith({ state }), place, at(`2026-11-22T${hour}:00:00Z`));
	expect(await keep('PENDING', '11')).toBe(true);
	expect(await keep('PENDING', '12')).toBe(true);
	expect(open()).toEqual(['Answer WeChat complaint 2002018']);
	await keep('PROCESSING', '13');
	expect(open()).toEqual(['Solve WeChat complaint 2002018']);
	expect(await keep('PROCESSED', '14')).toBe(false);
	expect(open()).toEqual([]);
	await keep('PROCESSING', '15');
	expect(open()).toEqual(['Solve WeChat complaint 2002018']);
});

it('is created again when the buyer opens the complaint again within an hour', async () => {
	const { odoo, rows } = chatterInMemory();
	const now = at('2026-11-22T11:00:00Z');
	const { words } = complaintWith();
	await keepActivity(odoo, complaintWith({ state: 'PROCESSING' }), place, now);
	await keepActivity(odoo, complaintWith({ state: 'PROCESSED' }), place, now);
	expect(rows['mail.activity']).toEqual([]);
	const again = {
		...words[0],
		log_id: '9',
		at: '',
		type: 'USER_CONTINUE_COMPLAINT',
		text: '又坏了',
		images: 0,
	};
	const opened = complaintWith({ state: 'PROCESSING', words: [...words, again] });
	await keepActivity(odoo, opened, place, now);
	await keepActivity(odoo, opened, place, now);
	expect(rows['mail.activity']).toHaveLength(1);
});

it('says how to answer', async () => {
	const { odoo, rows } = chatterInMemory();
	await keepActivity(odoo, complaintWith(), place, at('2026-11-22T11:00:00Z'));
	expect(rows['mail.activity']).toMatchObject([
		{
			res_model: 'sale.order',
			date_deadline: '2026-11-23',
			note: expect.stringMatching(/2026-11-23 10:30 UTC.*WeChat:.*WeChat solved/),
		},
	]);
});

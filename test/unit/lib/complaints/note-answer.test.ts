import { noteAnswer } from '../../../../lib/complaints/note-answer';
import { chatterInMemory } from './chatter-in-memory';

const complaint_answer = {
	...{ kind: 'reply', text: '好', written_at: '2026-11-22T10:00:00.000Z' },
	...{ key: 'note7', model: 'sale.order', record_id: 7 },
};
const item = { complaint_id: '2002018', complainted_mchid: '1900000001', complaint_answer };

it('notes what was sent, once', async () => {
	const { odoo, messages } = chatterInMemory();
	expect(await noteAnswer(odoo, item)).toEqual({
		status: 'sent',
		model: 'sale.order',
		record_id: 7,
	});
	await noteAnswer(odoo, item);
	expect(messages()).toEqual(['<p>Sent to the buyer in WeChat: 好</p>']);
});

it('notes why something was not sent, the last reason alone', async () => {
	const { odoo, messages } = chatterInMemory();
	await noteAnswer(odoo, { ...item, error: 'First.' });
	const failed = await noteAnswer(odoo, { ...item, error: { message: 'Second.' } });
	expect(failed.status).toBe('failed');
	expect(messages()).toEqual([expect.stringMatching(/Not sent to WeChat: Second\. .*an hour/)]);
});

it('takes no other item', async () => {
	const { odoo } = chatterInMemory();
	await expect(noteAnswer(odoo, { complaint_id: '1' })).rejects.toMatchObject({
		code: 'NOT_A_COMPLAINT_ANSWER',
	});
});

import { complaintExternalId } from '../../../../lib/complaints/complaint';
import { writeNotes } from '../../../../lib/complaints/complaint-notes';
import { noteAnswer } from '../../../../lib/complaints/note-answer';
import { openAnswers } from '../../../../lib/complaints/open-answers';
import { chatterInMemory } from './chatter-in-memory';

const place = { model: 'sale.order', id: 7 };
const options = {
	prefixes: { reply: 'WeChat:', solved: 'WeChat solved' },
	...{ tickets: '', days: 7, now: Date.parse('2026-11-22T10:30:00Z') },
};

async function complained() {
	const { odoo, add } = chatterInMemory();
	const complaint = { mchid: '1900000001', complaint_id: '2002018' };
	const externalId = complaintExternalId(complaint, 'opened');
	await writeNotes(odoo, place, [{ externalId, text: 'WeChat complaint 2002018' }]);
	const write = (body: string) =>
		add('mail.message', { model: place.model, res_id: place.id, body });
	return {
		odoo,
		write,
		answers: async (more = {}) => await openAnswers(odoo, { ...options, ...more }),
	};
}

it.each([
	['<p>WeChat: 今天补发</p>', [['reply', '今天补发']]],
	['<p>wechat: a &amp; b<br/>c</p>', [['reply', 'a & b\nc']]],
	['<p>WeChat solved</p>', [['complete', '']]],
	['<p>WeChat:</p>', []],
	['<p>Told the buyer on WeChat: nothing</p>', []],
])('reads the note %s', async (body, expected) => {
	const { write, answers } = await complained();
	write(body);
	const found = await answers();
	expect(found.map(({ complaint_answer: { kind, text } }) => [kind, text])).toEqual(expected);
});

it('is no answer any more when it was sent', async () => {
	const { odoo, write, answers } = await complained();
	const id = write('<p>WeChat: 好</p>');
	const [answer] = await answers();
	expect(answer).toMatchObject({
		...{ complaint_id: '2002018', complainted_mchid: '1900000001' },
		complaint_answer: { key: `note${id}`, written_at: '2026-11-22T10:00:00.000Z' },
	});
	await noteAnswer(odoo, { ...answer });
	expect(await answers()).toEqual([]);
});

it('is tried again an hour after it failed', async () => {
	const { odoo, write, answers } = await complained();
	write('<p>WeChat: 好</p>');
	const [answer] = await answers();
	await noteAnswer(odoo, { ...answer, error: 'no' });
	expect(await answers()).toEqual([]);
	expect(await answers({ now: options.now + 3_600_000 })).toHaveLength(1);
});

import { safeLine } from '../core/outside-text';
import type { JsonObject } from '../core/json';
import { readItem, type ItemKind } from '../core/read-item';
import type { OdooClient } from '../odoo/client';
import { findId } from '../odoo/external-ids';
import { complaintExternalId } from './complaint';
import { noteHtml, writeNotes } from './complaint-notes';
import type { ComplaintPlace } from './complaint-place';

export interface NotedAnswer {
	status: 'sent' | 'failed';
	model: string;
	record_id: number;
}

const KIND: ItemKind = {
	code: 'NOT_A_COMPLAINT_ANSWER',
	name: 'an answer to a complaint',
	nextStep:
		'Connect the outputs of Complaint: Reply and Complete of WeChat Pay, which pass on the items of Get Answers.',
};

/**
 * Notes that an answer was sent, after which it is not sent again; or why it was not, after which it is tried again in
 * an hour.
 *
 * @param item of *Complaint: Reply* or *Complete* of WeChat Pay, of their error outputs too
 * @throws IntegrationError `NOT_A_COMPLAINT_ANSWER`, `ODOO_…`
 */
export async function noteAnswer(odoo: OdooClient, item: JsonObject): Promise<NotedAnswer> {
	const { complaint, place, kind, key, text } = readAnswer(item);
	const error = errorText(item['error']);
	if (!error) {
		const done =
			kind === 'reply' ? `Sent to the buyer in WeChat: ${text}` : 'Reported to WeChat as solved.';
		const externalId = complaintExternalId(complaint, `sent_${key}`);
		await writeNotes(odoo, place, [{ externalId, text: done }]);
		return { status: 'sent', model: place.model, record_id: place.id };
	}
	const externalId = complaintExternalId(complaint, `failed_${key}`);
	const why = `Not sent to WeChat: ${error} It is tried again after an hour; to send another text, write a new note and delete the one before.`;
	const known = await findId(odoo, 'mail.message', externalId);
	if (known === undefined) await writeNotes(odoo, place, [{ externalId, text: why }]);
	else {
		const vals = { body: noteHtml(why) };
		await odoo.call('mail.message', 'write', { ids: [known], params: { vals } });
	}
	return { status: 'failed', model: place.model, record_id: place.id };
}

const readAnswer = (item: JsonObject) =>
	readItem(item, KIND, ({ text, optionalText, whole, value, check }) => {
		const kind = value('complaint_answer.kind');
		check('complaint_answer.kind', kind === 'reply' || kind === 'complete');
		const place: ComplaintPlace = {
			model: text('complaint_answer.model'),
			id: whole('complaint_answer.record_id', 1),
		};
		return {
			complaint: { complaint_id: text('complaint_id'), mchid: text('complainted_mchid') },
			...{ place, kind, key: text('complaint_answer.key') },
			text: optionalText('complaint_answer.text'),
		};
	});

/** n8n has text or an object in `error`. */
const errorText = (error: unknown): string => {
	if (error === undefined || error === null || error === '') return '';
	const said = typeof error === 'object' && 'message' in error ? error.message : error;
	return safeLine(String(said), 500);
};

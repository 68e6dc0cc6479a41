import { plainHtml, safeText } from '../core/outside-text';
import type { OdooClient } from '../odoo/client';
import {
	fromOdooTime,
	searchRead,
	textOf,
	toOdooTime,
	type Domain,
	type OdooRow,
} from '../odoo/records';
import type { AnswerPrefixes } from './complaint-activity';
import { OPENED } from './complaint-notes';
import { notesOfPeople, openedComplaints, type Opened } from './opened-complaints';
import { closedTickets, ticketModel } from './ticket-model';

/** An answer that a person gave in Odoo and WeChat does not have yet. */
export interface ComplaintAnswer {
	complaint_id: string;
	complainted_mchid: string;
	complaint_answer: {
		kind: 'reply' | 'complete';
		/** Text for the buyer; empty to close the complaint. */
		text: string;
		/** ISO 8601. */
		written_at: string;
		/** Identifies the answer: a note, or a stage of a ticket. */
		key: string;
		model: string;
		record_id: number;
	};
}

export interface OpenAnswerOptions {
	prefixes: AnswerPrefixes;
	tickets: string;
	/** Complaints of the last so many days are looked at. */
	days: number;
	/** Milliseconds since 1970. */
	now: number;
}

const HOUR_MS = 3_600_000;
const FIELDS = ['model', 'res_id', 'body', 'date', 'write_date'];

/**
 * The answers that have to be sent: notes that begin with a prefix, written by employees, and tickets in a closing
 * stage. An answer that failed is tried again after an hour.
 *
 * @throws IntegrationError `ODOO_…`
 */
export async function openAnswers(
	odoo: OdooClient,
	{ prefixes, tickets, days, now }: OpenAnswerOptions,
): Promise<ComplaintAnswer[]> {
	const since = toOdooTime(now - days * 24 * HOUR_MS);
	const recent: Domain = [['date', '>=', since]];
	const opening: Domain = [...recent, ['body', 'ilike', OPENED]];
	const first = await searchRead(odoo, 'mail.message', opening, FIELDS, { order: 'id' });
	const places = await openedComplaints(odoo, first);
	const answers: ComplaintAnswer[] = [];
	const models = new Set([...places.values()].map(({ model }) => model));
	for (const model of models) {
		const here = [...places.values()].filter((one) => one.model === model);
		const ids = [...new Set(here.map(({ id }) => id))];
		const inChatter: Domain = [...recent, ['model', '=', model], ['res_id', 'in', ids]];
		const notes: Domain = [...inChatter, ['subtype_id.internal', '=', true]];
		const rows = await searchRead(odoo, 'mail.message', notes, FIELDS, { order: 'id' });
		const byHand = await notesOfPeople(odoo, rows, places);
		for (const row of byHand) {
			// The newest complaint of an order, if there are several.
			const complaint = here.filter(({ id }) => id === Number(row.res_id)).at(-1);
			const answer = complaint && answerIn(row, complaint, prefixes);
			if (answer && isDue(complaint, answer, now)) answers.push(answer);
		}
		const known = model === tickets ? await ticketModel(odoo, tickets) : undefined;
		const closed = known ? await closedTickets(odoo, known, ids) : new Map<number, string>();
		for (const complaint of here) {
			const key = closed.get(complaint.id);
			const answer = key && toAnswer(complaint, { kind: 'complete', text: '', key, at: now });
			if (answer && isDue(complaint, answer, now)) answers.push(answer);
		}
	}
	return answers;
}

function answerIn(
	{ id, body, date }: OdooRow,
	complaint: Opened,
	{ reply, solved }: AnswerPrefixes,
): ComplaintAnswer | undefined {
	const text = safeText(plainHtml(textOf(body))).trim();
	const begins = (prefix: string) =>
		prefix !== '' && text.toLowerCase().startsWith(prefix.toLowerCase());
	const about = { key: `note${id}`, at: fromOdooTime(date) };
	if (begins(solved)) return toAnswer(complaint, { kind: 'complete', text: '', ...about });
	const words = begins(reply) ? text.slice(reply.length).trim() : '';
	return words ? toAnswer(complaint, { kind: 'reply', text: words, ...about }) : undefined;
}

const toAnswer = (
	{ complaint_id, mchid, model, id }: Opened,
	{ kind, text, key, at }: { kind: 'reply' | 'complete'; text: string; key: string; at: number },
): ComplaintAnswer => ({
	complaint_id,
	complainted_mchid: mchid,
	complaint_answer: {
		...{ kind, text, key },
		written_at: new Date(at).toISOString(),
		...{ model, record_id: id },
	},
});

function isDue({ parts }: Opened, { complaint_answer: { key } }: ComplaintAnswer, now: number) {
	if (parts.has(`sent_${key}`)) return false;
	const failed = parts.get(`failed_${key}`);
	return failed === undefined || now - failed >= HOUR_MS;
}

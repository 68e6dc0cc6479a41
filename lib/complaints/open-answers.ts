import { plainHtml, safeText } from '../core/outside-text';
import type { OdooClient } from '../odoo/client';
import { externalIdsOf } from '../odoo/external-ids';
import {
	fromOdooTime,
	searchRead,
	textOf,
	toOdooTime,
	type Domain,
	type OdooRow,
} from '../odoo/records';
import { partOfComplaint } from './complaint';
import type { AnswerPrefixes } from './complaint-activity';
import { OPENED } from './complaint-notes';
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

interface Opened {
	mchid: string;
	complaint_id: string;
	model: string;
	id: number;
	/** Parts that were written about the complaint, with the time of the last change. */
	parts: Map<string, number>;
}

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
	const places = await placesOf(odoo, first);
	const answers: ComplaintAnswer[] = [];
	const models = new Set([...places.values()].map(({ model }) => model));
	for (const model of models) {
		const here = [...places.values()].filter((one) => one.model === model);
		const ids = [...new Set(here.map(({ id }) => id))];
		const inChatter: Domain = [...recent, ['model', '=', model], ['res_id', 'in', ids]];
		const notes: Domain = [...inChatter, ['subtype_id.internal', '=', true]];
		const rows = await searchRead(odoo, 'mail.message', notes, FIELDS, { order: 'id' });
		const byHand = await sortOut(odoo, rows, places);
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

async function placesOf(odoo: OdooClient, rows: OdooRow[]): Promise<Map<string, Opened>> {
	const ids = rows.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'mail.message', ids);
	const found = new Map<string, Opened>();
	for (const { id, model, res_id } of rows) {
		for (const name of named.get(id) ?? []) {
			const own = partOfComplaint(name);
			if (own?.part !== 'opened') continue;
			const { mchid, complaint_id } = own;
			const place = { model: textOf(model), id: Number(res_id) };
			found.set(`${mchid}_${complaint_id}`, { mchid, complaint_id, ...place, parts: new Map() });
		}
	}
	return found;
}

/** Notes of the package are noted with their complaint. @returns the notes that people wrote */
async function sortOut(
	odoo: OdooClient,
	rows: OdooRow[],
	places: Map<string, Opened>,
): Promise<OdooRow[]> {
	const ids = rows.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'mail.message', ids);
	return rows.filter(({ id, write_date }) => {
		const own = (named.get(id) ?? []).flatMap((name) => partOfComplaint(name) ?? []);
		for (const { mchid, complaint_id, part } of own) {
			places.get(`${mchid}_${complaint_id}`)?.parts.set(part, fromOdooTime(write_date));
		}
		return own.length === 0;
	});
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

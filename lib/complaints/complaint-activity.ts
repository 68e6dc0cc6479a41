import { escapeHtml } from '../core/outside-text';
import type { OdooClient } from '../odoo/client';
import { CREATE_ONLY, loadAll } from '../odoo/load';
import { searchRead, textOf, type Domain } from '../odoo/records';
import { complaintExternalId, type ComplaintToRecord } from './complaint';
import type { ComplaintPlace } from './complaint-place';
import { clock } from './complaint-notes';

/** How answers are written in Odoo. */
export interface AnswerPrefixes {
	/** Beginning of a note that is sent to the buyer. */
	reply: string;
	/** Beginning of a note that closes the complaint. */
	solved: string;
}

/** What a person has to do about a complaint, and until when (ISO 8601); undefined if it is closed. */
export function nextTask({
	state,
	complaint_id,
	reply_by,
	solve_by,
}: ComplaintToRecord): { summary: string; by: string } | undefined {
	if (state === 'PROCESSED') return undefined;
	return state === 'PENDING'
		? { summary: `Answer WeChat complaint ${complaint_id}`, by: reply_by }
		: { summary: `Solve WeChat complaint ${complaint_id}`, by: solve_by };
}

/**
 * Keeps one open activity about a complaint: to answer it, then to solve it. One that is no longer needed is marked as
 * done; one that a person marked as done while WeChat still waits is created again.
 *
 * @param userId assigned user
 * @param now milliseconds since 1970
 * @returns whether a person has to act
 */
export async function keepActivity(
	odoo: OdooClient,
	complaint: ComplaintToRecord,
	{ model, id }: ComplaintPlace,
	{ prefixes, userId, now }: { prefixes: AnswerPrefixes; userId: number; now: number },
): Promise<boolean> {
	const task = nextTask(complaint);
	const domain: Domain = [
		['res_model', '=', model],
		['res_id', '=', id],
		['summary', 'like', `WeChat complaint ${complaint.complaint_id}`],
	];
	const open = await searchRead(odoo, 'mail.activity', domain, ['summary']);
	const over = open.filter(({ summary }) => textOf(summary) !== task?.summary);
	if (over.length > 0) {
		const params = { feedback: `WeChat: ${complaint.state}` };
		const ids = over.map((row) => row.id);
		await odoo.call('mail.activity', 'action_feedback', { ids, params });
	}
	if (!task || over.length < open.length) return task !== undefined;
	// Odoo keeps the name of an activity that is done: a new one is for new words, or for another hour.
	const hour = new Date(now).toISOString().slice(0, 13).replace(/\D/g, '');
	const externalId = complaintExternalId(
		complaint,
		`task_${complaint.state}_${hour}_${complaint.words.at(-1)?.log_id ?? ''}`,
	);
	const note = `By ${clock(task.by)}. Write a note that begins with "${prefixes.reply}": the rest of it, up to 200 characters, is sent to the buyer. A note that begins with "${prefixes.solved}" closes the complaint.`;
	const columns = ['id', 'res_id', 'activity_type_id/id', 'user_id/.id', 'date_deadline'];
	const row = [String(id), 'mail.mail_activity_data_todo', String(userId), task.by.slice(0, 10)];
	const record = { key: externalId, rows: [[externalId, ...row, task.summary, escapeHtml(note)]] };
	// Ordinary users may not read the id of a model, so the call names the model.
	const context = { ...CREATE_ONLY, default_res_model: model };
	await loadAll(odoo, 'mail.activity', [...columns, 'summary', 'note'], [record], context);
	return true;
}

import { escapeHtml } from '../../core/outside-text';
import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadAll } from '../../odoo/load';
import { findId } from '../../odoo/external-ids';
import { searchRead, type Domain } from '../../odoo/records';

/** A note in the chatter of an order. */
export interface OrderNote {
	orderId: number;
	/** A note is written once per external id. */
	externalId: string;
	/** Plain text. */
	text: string;
	subject?: string;
}

/**
 * Writes notes into the chatters of orders, all in one call.
 *
 * @returns database ids of the notes by external id; existing notes are left as they are
 * @throws IntegrationError `ODOO_VALIDATION`, `ODOO_SERIALIZATION`
 */
export async function postNotes(
	odoo: OdooClient,
	notes: OrderNote[],
): Promise<Map<string, number>> {
	const columns = ['id', 'model', 'res_id', 'message_type', 'subtype_id/id', 'subject', 'body'];
	const records = notes.map(({ orderId, externalId, text, subject = '' }) => {
		const body = `<p>${escapeHtml(text)}</p>`;
		const row = ['sale.order', String(orderId), 'comment', 'mail.mt_note', subject, body];
		return { key: externalId, rows: [[externalId, ...row]] };
	});
	return await loadAll(odoo, 'mail.message', columns, records, CREATE_ONLY);
}

/** A to-do activity on a record. */
export interface Activity {
	externalId: string;
	/** External id of the model of the record, e.g. `sale.model_sale_order`. */
	modelId: string;
	recordId: number;
	userId: number;
	summary: string;
	noteHtml: string;
	/** `yyyy-MM-dd`; absent: today. Of several, all have one or none has. */
	due?: string;
}

/**
 * Creates activities, all in one call.
 *
 * @param context `CREATE_ONLY`; absent: existing ones are overwritten
 * @returns database ids by external id
 * @throws IntegrationError `ODOO_VALIDATION` if Odoo rejects one: nobody would be asked to act
 */
export async function createActivities(
	odoo: OdooClient,
	activities: Activity[],
	context?: Record<string, unknown>,
): Promise<Map<string, number>> {
	const dated = activities.every(({ due }) => due !== undefined);
	const columns = [
		...['id', 'res_model_id/id', 'res_id', 'activity_type_id/id', 'user_id/.id'],
		...['summary', 'note', ...(dated ? ['date_deadline'] : [])],
	];
	const type = 'mail.mail_activity_data_todo';
	const records = activities.map(({ externalId, modelId, recordId, userId, ...activity }) => {
		const { summary, noteHtml, due = '' } = activity;
		const about = [externalId, modelId, String(recordId), type, String(userId)];
		return { key: externalId, rows: [[...about, summary, noteHtml, ...(dated ? [due] : [])]] };
	});
	return await loadAll(odoo, 'mail.activity', columns, records, context);
}

/** Summary of the activities on orders in review. */
export const REVIEW_SUMMARY = 'WeChat payment to review';

/** An order that a person has to review. */
export interface Review {
	orderId: number;
	/** A credit note of the order that gets the activity in place of the order. */
	creditNoteId?: number;
	/** Payment key: a payment has one activity, however often it is recorded. */
	key: string;
	/** Plain text: why, and what to do. */
	reason: string;
}

/**
 * Creates an activity on each order, or on its credit note.
 *
 * @param reviewerId absent: the user of the connection
 */
export async function requestReviews(
	odoo: OdooClient,
	reviews: Review[],
	reviewerId: number | undefined,
): Promise<void> {
	if (reviews.length === 0) return;
	const userId = reviewerId ?? (await odoo.userId());
	const activities = reviews.map(({ orderId, creditNoteId, key, reason }) => ({
		externalId: reviewId(key),
		modelId: creditNoteId ? 'account.model_account_move' : 'sale.model_sale_order',
		recordId: creditNoteId ?? orderId,
		userId,
		summary: REVIEW_SUMMARY,
		noteHtml: escapeHtml(reason),
	}));
	await createActivities(odoo, activities);
}

/** Marks the review activities of orders as done: what they asked for has happened automatically. */
export async function closeReviews(odoo: OdooClient, orderIds: number[]): Promise<void> {
	if (orderIds.length === 0) return;
	await markDone(
		odoo,
		[
			['res_model', '=', 'sale.order'],
			['res_id', 'in', orderIds],
			['summary', '=', REVIEW_SUMMARY],
		],
		'Completed automatically: the SKUs are mapped now.',
	);
}

/** Marks the one review activity of a key as done, if it is open. */
export async function closeReview(odoo: OdooClient, key: string, feedback: string): Promise<void> {
	const id = await findId(odoo, 'mail.activity', reviewId(key));
	if (id !== undefined) await markDone(odoo, [['id', '=', id]], feedback);
}

/** Removes activities that no longer apply, so that they can be created again. */
export async function removeActivities(odoo: OdooClient, ids: number[]): Promise<void> {
	if (ids.length > 0) await odoo.call('mail.activity', 'unlink', { ids });
}

/** Marks the open activities of a domain as done. @returns how many there were */
export async function markDone(odoo: OdooClient, domain: Domain, feedback: string) {
	const open = await searchRead(odoo, 'mail.activity', domain, ['res_id']);
	const ids = open.map(({ id }) => id);
	if (ids.length > 0)
		await odoo.call('mail.activity', 'action_feedback', { ids, params: { feedback } });
	return ids.length;
}

/** External id of the review activity of a key. */
export const reviewId = (key: string): string => `wechat_pay.review_${key}`;

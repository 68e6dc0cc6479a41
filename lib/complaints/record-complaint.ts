import type { OdooClient } from '../odoo/client';
import { creditNotesOf, readCreditNotes } from '../orders/after-sales/read-credit-notes';
import { complaintExternalId, type ComplaintToRecord } from './complaint';
import { keepActivity, nextTask, type AnswerPrefixes } from './complaint-activity';
import { openingText, wordsText, writeNotes } from './complaint-notes';
import {
	openedId,
	orderOfComplaint,
	placeOfComplaint,
	type OrderOfComplaint,
} from './complaint-place';
import { ticketModel } from './ticket-model';

export interface RecordComplaintOptions {
	prefixes: AnswerPrefixes;
	/** Model of tickets; empty: none. */
	tickets: string;
	/** Absent: the user of the connection. */
	reviewerId?: number;
	/** Milliseconds since 1970. */
	now: number;
	/** Whether nothing is written. */
	dryRun: boolean;
}

/** Where a complaint is in Odoo. */
export interface RecordedComplaint {
	/** `open`: a person has an activity. */
	status: 'open' | 'closed';
	model: string;
	/** 0 for a ticket that a dry run does not create. */
	record_id: number;
	/** Null if Odoo does not have the order. */
	sale_order_id: number | null;
	/** Posted credit notes of the order, in the smallest unit. */
	credited_fen: number;
	dry_run?: true;
}

/**
 * Records a complaint: a ticket if the database has tickets, else the chatter of the order, with all that was said, and
 * an activity with the deadline. Recording it again adds only what is new.
 *
 * @throws IntegrationError `ODOO_…`
 */
export async function recordComplaint(
	odoo: OdooClient,
	complaint: ComplaintToRecord,
	{ prefixes, tickets, reviewerId, now, dryRun }: RecordComplaintOptions,
): Promise<RecordedComplaint> {
	const order = await orderOfComplaint(odoo, complaint);
	const credited_fen = order ? await creditedOf(odoo, order) : 0;
	const opening = openingText(complaint, order, credited_fen);
	const model = await ticketModel(odoo, tickets);
	const newTicket = dryRun ? undefined : opening;
	const place = await placeOfComplaint(odoo, complaint, order, model, newTicket);
	const recorded = (open: boolean): RecordedComplaint => ({
		status: open ? 'open' : 'closed',
		...{ model: place.model, record_id: place.id },
		...{ sale_order_id: order?.id ?? null, credited_fen },
	});
	if (dryRun) return { ...recorded(nextTask(complaint) !== undefined), dry_run: true };
	await writeNotes(odoo, place, [
		{ externalId: openedId(complaint), text: opening },
		...complaint.words.map((words) => ({
			externalId: complaintExternalId(complaint, `log_${words.log_id}`),
			text: wordsText(words),
		})),
	]);
	const userId = reviewerId ?? (await odoo.userId());
	const open = await keepActivity(odoo, complaint, place, { prefixes, userId, now });
	return recorded(open);
}

async function creditedOf(odoo: OdooClient, order: OrderOfComplaint): Promise<number> {
	const notes = await readCreditNotes(odoo, [['state', '=', 'posted'], ...creditNotesOf(order)]);
	return notes.reduce((sum, { shares }) => sum + (shares.get(order.id) ?? 0), 0);
}

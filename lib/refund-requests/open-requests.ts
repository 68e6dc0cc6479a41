import type { OdooClient } from '../odoo/client';
import { externalIdsOf } from '../odoo/external-ids';
import { fromOdooTime, searchRead, type Domain, type OdooRow, toOdooTime } from '../odoo/records';
import type { RequestStatus } from '../orders/after-sales/request-note';
import {
	placeOf,
	readRequestNotes,
	requestId,
	type WrittenNote,
} from '../orders/after-sales/request-notes';
import { creditNoteWatch, type PostedCreditNote } from './credit-note-watch';
import { refundTagWatch, TAGGED_ORDERS, type RefundRequest } from './refund-tag-watch';

export interface OpenRequestOptions {
	/** Credit notes that changed in the last so many days are looked at. */
	days: number;
	/** A person who did not answer is asked again, and a failed call is made again, after so many hours. */
	askAgainHours: number;
	/** Milliseconds since 1970. */
	now: number;
}

/** A refund to go on with: a credit note or a tagged order, with the plan of one that waits for funds. */
export type OpenRequest = (PostedCreditNote | RefundRequest) & { waiting?: WrittenNote['waiting'] };

const HOUR_MS = 3_600_000;
/** The trigger has started a run for anything that changed before this. */
const QUIET_MS = 600_000;

/**
 * The refunds that began in Odoo and have to go on: those that no run took up, that WeChat Pay is processing, that wait
 * for funds until now, whose call failed or whose approval was not answered for long.
 */
export async function openRequests(
	odoo: OdooClient,
	options: OpenRequestOptions,
): Promise<OpenRequest[]> {
	const since = toOdooTime(options.now - options.days * 24 * HOUR_MS);
	const posted: Domain = [
		['move_type', '=', 'out_refund'],
		['state', '=', 'posted'],
		['write_date', '>=', since],
	];
	const moves = await searchRead(odoo, 'account.move', posted, ['write_date'], { order: 'id' });
	const moveIds = moves.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'account.move', moveIds);
	const byHand = moveIds.filter(
		(id) => !named.get(id)?.some((one) => one.startsWith('wechat_refund.')),
	);
	const tagged = await searchRead(odoo, 'sale.order', TAGGED_ORDERS, ['write_date'], {
		order: 'id',
	});
	const tags = tagged.map(({ id }) => id);
	const requests = new Map([
		...(await readRequestNotes(odoo, 'account.move', byHand)),
		...(await readRequestNotes(odoo, 'sale.order', tags)),
	]);
	const notes = await creditNoteWatch.read(odoo, byHand);
	const orders = await refundTagWatch.read(odoo, tags);
	const states = [
		...notes.map((state) => ({ ...state, changedAt: changedAt(moves, state.id) })),
		...orders.map((state) => ({ ...state, changedAt: changedAt(tagged, state.id) })),
	];
	return states.flatMap(({ json, changedAt: changed }) => {
		const open = json as PostedCreditNote | RefundRequest;
		const place = placeOf(
			open.order.sale_order_id,
			'credit_note' in open ? open.credit_note.credit_note_id : undefined,
		);
		const note = requests.get(requestId(place));
		if (!isDue(note, changed, options)) return [];
		return [{ ...open, ...(note?.waiting && { waiting: note.waiting }) }];
	});
}

const changedAt = (rows: OdooRow[], id: number): number =>
	fromOdooTime(rows.find((row) => row.id === id)?.write_date);

const GOES_ON = new Set<RequestStatus>(['REQUESTED', 'PROCESSING']);
const ASKED_AGAIN = new Set<RequestStatus>(['APPROVAL', 'FAILED']);

/** @param changedAt when the record was changed, in milliseconds since 1970 */
export function isDue(
	note: WrittenNote | undefined,
	changedAt: number,
	{ now, askAgainHours }: OpenRequestOptions,
): boolean {
	if (!note) return now - changedAt >= QUIET_MS;
	if (GOES_ON.has(note.status)) return true;
	if (note.status === 'WAITING_FOR_FUNDS')
		return now >= Date.parse(note.waiting?.next_attempt ?? '');
	return ASKED_AGAIN.has(note.status) && now - note.writtenAt >= askAgainHours * HOUR_MS;
}

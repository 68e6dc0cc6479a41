import { escapeHtml } from '../../core/outside-text';
import type { OdooClient } from '../../odoo/client';
import { externalIdsOf, findId } from '../../odoo/external-ids';
import { CREATE_ONLY, loadAll } from '../../odoo/load';
import { fromOdooTime, searchRead, textOf } from '../../odoo/records';
import { readRequestNote, REQUEST, requestText, type RequestNote } from './request-note';

/** Where the request of a refund is noted: on the credit note, or on the order that a person tagged. */
export interface RequestPlace {
	model: 'account.move' | 'sale.order';
	recordId: number;
	/** The sale order; a credit note may be of several. */
	orderId: number;
}

export const placeOf = (orderId: number, creditNoteId?: number): RequestPlace =>
	creditNoteId === undefined
		? { model: 'sale.order', recordId: orderId, orderId }
		: { model: 'account.move', recordId: creditNoteId, orderId };

const PREFIX = 'wechat_refund.request_';

/** External id of the one note of a request. */
export const requestId = ({ model, recordId, orderId }: RequestPlace): string =>
	`${PREFIX}${model === 'account.move' ? `cn${recordId}_` : 'rq'}${orderId}`;

/** A note with the time that it was written, in milliseconds since 1970. */
export type WrittenNote = RequestNote & { writtenAt: number };

/** The notes of requests on records of one model, by `requestId`. Notes that people wrote are left out. */
export async function readRequestNotes(
	odoo: OdooClient,
	model: RequestPlace['model'],
	recordIds: number[],
): Promise<Map<string, WrittenNote>> {
	if (recordIds.length === 0) return new Map();
	const rows = await searchRead(
		odoo,
		'mail.message',
		[
			['model', '=', model],
			['res_id', 'in', recordIds],
			['body', 'ilike', REQUEST],
		],
		['body', 'write_date'],
	);
	const ids = rows.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'mail.message', ids);
	return new Map(
		rows.flatMap(({ id, body, write_date: written }) => {
			const key = named.get(id)?.find((one) => one.startsWith(PREFIX));
			const note = readRequestNote(textOf(body));
			return key && note ? [[key, { ...note, writtenAt: fromOdooTime(written) }] as const] : [];
		}),
	);
}

/** The note of one request; undefined if there is none. */
export async function readRequest(
	odoo: OdooClient,
	place: RequestPlace,
): Promise<WrittenNote | undefined> {
	return (await readRequestNotes(odoo, place.model, [place.recordId])).get(requestId(place));
}

/**
 * Writes the note of a request, over the one that it has.
 *
 * @returns the note that Odoo has now: another one if somebody else was first to write one
 */
export async function writeRequest(
	odoo: OdooClient,
	place: RequestPlace,
	note: RequestNote,
): Promise<RequestNote> {
	const body = `<p>${escapeHtml(requestText(note))}</p>`;
	const externalId = requestId(place);
	const known = await findId(odoo, 'mail.message', externalId);
	if (known !== undefined) {
		await odoo.call('mail.message', 'write', { ids: [known], params: { vals: { body } } });
	} else {
		const columns = ['id', 'model', 'res_id', 'message_type', 'subtype_id/id', 'body'];
		const row = [externalId, place.model, String(place.recordId), 'comment', 'mail.mt_note', body];
		const record = { key: externalId, rows: [row] };
		await loadAll(odoo, 'mail.message', columns, [record], CREATE_ONLY);
	}
	return (await readRequest(odoo, place)) ?? note;
}

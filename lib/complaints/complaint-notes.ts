import { escapeHtml } from '../core/outside-text';
import { amountText } from '../core/money';
import type { OdooClient } from '../odoo/client';
import { CREATE_ONLY, loadAll } from '../odoo/load';
import type { ComplaintToRecord, ComplaintWords } from './complaint';
import type { ComplaintPlace, OrderOfComplaint } from './complaint-place';

/** A note in the chatter of any record. */
export interface PlaceNote {
	/** A note is written once per external id. */
	externalId: string;
	/** Plain text of one or more lines. */
	text: string;
}

/** Writes notes that are not there yet, all in one call. */
export async function writeNotes(
	odoo: OdooClient,
	{ model, id }: ComplaintPlace,
	notes: PlaceNote[],
): Promise<void> {
	const columns = ['id', 'model', 'res_id', 'message_type', 'subtype_id/id', 'body'];
	const records = notes.map(({ externalId, text }) => {
		const row = [model, String(id), 'comment', 'mail.mt_note', noteHtml(text)];
		return { key: externalId, rows: [[externalId, ...row]] };
	});
	await loadAll(odoo, 'mail.message', columns, records, CREATE_ONLY);
}

export const noteHtml = (text: string): string =>
	`<p>${escapeHtml(text).split(/\r?\n/).join('<br/>')}</p>`;

/** Beginning of every note that opens a complaint. */
export const OPENED = 'WeChat complaint ';

/** The first note: order, deadlines, refund so far, and how to answer. */
export function openingText(
	{ complaint_id, reply_by, solve_by, phone, askedFen, payment }: ComplaintToRecord,
	order: OrderOfComplaint | undefined,
	refundedFen: number,
): string {
	const amount = (fen: number) => amountText(fen, order?.currency ?? 'CNY');
	return [
		`${OPENED}${complaint_id}`,
		order
			? `Order ${order.name}, credited so far: ${amount(refundedFen)}.`
			: `Order ${payment?.out_trade_no ?? '(none)'} is not in Odoo.`,
		...(askedFen > 0 ? [`The buyer asks for ${amount(askedFen)}.`] : []),
		...(phone ? [`Phone: ${phone}`] : []),
		`Answer by ${clock(reply_by)}, solve by ${clock(solve_by)}.`,
	].join('\n');
}

/** `2026-11-23 10:30 UTC`. @param iso ISO 8601 */
export const clock = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

const WHO: ReadonlyArray<[RegExp, string]> = [
	[/^USER_/, 'Buyer'],
	[/^MERCHANT_/, 'Merchant'],
	[/./, 'WeChat'],
];

/** What was said or done, with who did it. */
export function wordsText({ type, at, text, images }: ComplaintWords): string {
	const who = WHO.find(([pattern]) => pattern.test(type))?.[1] ?? 'WeChat';
	const pictures = images > 0 ? `\n(${images} images: see WeChat Pay's merchant platform)` : '';
	return `${who}, ${at} (${type}): ${text}${pictures}`;
}

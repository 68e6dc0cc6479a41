import { amountText, fromDecimal } from '../../core/money';
import { safeLine } from '../../core/outside-text';

const STATUSES = [
	/** A person is asked in n8n. */
	'APPROVAL',
	/** It may be sent to WeChat Pay, or was. */
	'REQUESTED',
	'PROCESSING',
	'WAITING_FOR_FUNDS',
	/** The call failed: a later attempt may succeed. */
	'FAILED',
	/** A person declined it. */
	'DECLINED',
	'SUCCESS',
	'ABNORMAL',
	'CLOSED',
] as const;

export type RequestStatus = (typeof STATUSES)[number];

/** When a refund without funds is asked for again. Times are ISO 8601. */
export interface WaitingPlan {
	since: string;
	attempts: number;
	next_attempt: string;
	give_up: string;
}

/** How far a refund that began in Odoo has come, as noted in the chatter of its credit note or order. */
export interface RequestNote {
	out_refund_no: string;
	status: RequestStatus;
	/** Smallest unit of the currency. */
	fen: number;
	/** ISO 4217. */
	currency: string;
	/** WeChat's number of the refund, once there is one. */
	refund_id?: string;
	waiting?: WaitingPlan;
	/** For people; not read back. */
	why?: string;
}

/** Longest reason in a note, in characters. */
const LONGEST = 500;

/** The note as text. */
export const requestText = ({ out_refund_no, status, ...note }: RequestNote): string =>
	[
		`${REQUEST}${out_refund_no}: ${status}, ${amountText(note.fen, note.currency)}.`,
		note.refund_id && `Refund ${note.refund_id}.`,
		note.waiting &&
			`Asked ${note.waiting.attempts} times since ${note.waiting.since}, next ${note.waiting.next_attempt}, until ${note.waiting.give_up}.`,
		note.why && safeLine(note.why, LONGEST),
	]
		.filter(Boolean)
		.join(' ');

/** What every note begins with. */
export const REQUEST = 'WeChat refund request ';

const NOTE = new RegExp(`${REQUEST}(\\S{1,64}): ([A-Z_]+), (\\d+(?:\\.\\d+)?) ([A-Z]{3})\\.`);
const REFUND = /^ Refund ([\w-]{1,64})\./;
const WAITING = /^ Asked (\d{1,6}) times since (\S{1,30}), next (\S{1,30}), until (\S{1,30})\./;

/** Reads a note as Odoo returns it; undefined for any other message. */
export function readRequestNote(html: string): RequestNote | undefined {
	const match = NOTE.exec(html);
	const [whole, out_refund_no = '', text, amount = '', currency = ''] = match ?? [];
	const status = STATUSES.find((one) => one === text);
	if (!match || !whole || !status) return undefined;
	const rest = html.slice(match.index + whole.length);
	const refund = REFUND.exec(rest);
	const [plan, attempts, since, next_attempt, give_up] =
		WAITING.exec(rest.slice(refund?.[0].length ?? 0)) ?? [];
	return {
		...{ out_refund_no, status, currency, fen: fromDecimal(amount, currency).amount },
		...(refund?.[1] && { refund_id: refund[1] }),
		...(plan &&
			since &&
			next_attempt &&
			give_up && { waiting: { attempts: Number(attempts), since, next_attempt, give_up } }),
	};
}

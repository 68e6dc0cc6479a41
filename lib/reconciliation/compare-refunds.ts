import type { BillRow } from './bill-row';
import { amountText, type Difference } from './difference';
import type { OdooRefund } from './day-records';
import { namesOf } from './compare-payments';

/**
 * Compares each refund of a bill with its credit note. The bill keeps the status of its day: a refund that was in
 * progress then is open until it has a credit note or WeChat has closed it.
 *
 * @param closed refunds that WeChat closed later
 */
export function refundDifferences(
	refunds: BillRow[],
	credited: OdooRefund[],
	closed: ReadonlySet<string> = new Set(),
): Difference[] {
	const notes = new Map(
		credited.filter(({ state }) => state !== 'cancel').map((note) => [note.refund_id, note]),
	);
	return refunds.flatMap((refund): Difference[] => {
		const { refund_id = '', out_refund_no = '', progress, amount } = refund;
		if (progress === 'failed' || closed.has(refund_id)) return [];
		const about = { ...namesOf(refund), refund_id, out_refund_no, in_wechat: amountText(amount) };
		const note = notes.get(refund_id);
		if (!note) return [{ ...about, ...(progress === 'open' ? OPEN : NO_NOTE) }];
		if (note.total.amount === amount.amount && note.total.currency === amount.currency) return [];
		return [{ ...about, ...NOTE_DIFFERS, in_odoo: amountText(note.total) }];
	});
}

const OPEN = {
	kind: 'refund_open',
	cause: 'WeChat was still processing the refund when it wrote the bill. A bank card takes days.',
	next_step:
		'Query it every day with Query Refund of WeChat Pay until it has finished, as in the template reconciliation.',
} as const;

const NO_NOTE = {
	kind: 'refund_without_credit_note',
	cause: 'The notification of the refund never arrived, or Odoo rejected the credit note.',
	next_step:
		'Create it with Query Refund of WeChat Pay and Record Refund, as in the template reconciliation. The Odoo user needs the right Accounting: Invoicing (Invoicing: Invoicing in Odoo 18, Invoicing: Billing before).',
} as const;

const NOTE_DIFFERS = {
	kind: 'refund_differs',
	cause: 'The credit note was changed in Odoo, or taxes were added to it.',
	next_step: 'Correct the credit note in Odoo before it is posted.',
} as const;

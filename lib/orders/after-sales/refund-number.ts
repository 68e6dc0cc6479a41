/** What a refund in Odoo refers to: a credit note, or an order that a person tagged. */
export type RefundSource = { creditNoteId: number } | 'order';

/**
 * The merchant's number of a refund that begins in Odoo (`out_refund_no`): the same source has the same number, so
 * that WeChat Pay makes one refund of it, however often it is asked.
 *
 * @param out_trade_no the shop's number of the order, which is unique for the merchant
 */
export const refundNumberOf = (out_trade_no: string, source: RefundSource): string =>
	`${out_trade_no}-${source === 'order' ? 'RQ' : `CN${source.creditNoteId}`}`;

/** The source of a refund with such a number; undefined for a refund that began elsewhere. */
export function sourceOfRefund(
	out_refund_no: string | undefined,
	out_trade_no: string,
): RefundSource | undefined {
	if (!out_refund_no?.startsWith(`${out_trade_no}-`)) return undefined;
	const rest = out_refund_no.slice(out_trade_no.length + 1);
	if (rest === 'RQ') return 'order';
	const [, id] = /^CN([1-9]\d{0,14})$/.exec(rest) ?? [];
	return id ? { creditNoteId: Number(id) } : undefined;
}

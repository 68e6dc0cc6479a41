import type { JsonObject } from '../core/json';
import { readItem } from '../core/read-item';

/** What a refund in Odoo refers to. */
export interface RefundToPrepare {
	orderId: number;
	/** Absent: a person tagged the order. */
	creditNoteId?: number;
}

/** @throws IntegrationError `NOT_A_REFUND_REQUEST` */
export const readRefundToPrepare = (item: JsonObject): RefundToPrepare =>
	readItem(
		item,
		{
			code: 'NOT_A_REFUND_REQUEST',
			name: 'a posted credit note or a requested refund',
			nextStep:
				'Connect Odoo Trigger with the event Credit Note Posted or Refund Requested, or Get Open.',
		},
		({ whole, value }) => ({
			orderId: whole('order.sale_order_id', 1),
			...(value('credit_note') !== undefined && {
				creditNoteId: whole('credit_note.credit_note_id', 1),
			}),
		}),
	);

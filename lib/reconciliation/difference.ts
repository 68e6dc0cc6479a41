import { toDecimal, type Money } from '../core/money';

/** How WeChat and Odoo differ. */
export type DifferenceKind =
	| 'missing_in_odoo'
	| 'missing_in_wechat'
	| 'amount_differs'
	| 'in_review'
	| 'cancelled_in_odoo'
	| 'duplicate_in_odoo'
	| 'paid_twice'
	| 'revoked_in_wechat'
	| 'refund_without_credit_note'
	| 'refund_open'
	| 'refund_differs'
	| 'funds_differ'
	| 'row_unreadable';

/** One difference, its cause and what to do. Amounts are decimal text with the currency. */
export interface Difference {
	kind: DifferenceKind;
	mchid: string;
	sub_mchid?: string;
	transaction_id: string;
	out_trade_no: string;
	refund_id?: string;
	out_refund_no?: string;
	/** Odoo's name of the order; of several, separated by commas. */
	order?: string;
	/** Number of the row in the bill, of a row that cannot be read. */
	row?: number;
	in_wechat?: string;
	in_odoo?: string;
	/** The likely cause, as a sentence. */
	cause: string;
	next_step: string;
}

/** `199.00 CNY` */
export const amountText = (amount: Money): string => `${toDecimal(amount)} ${amount.currency}`;

import type { JsonObject } from '../core/json';
import { money, type Money } from '../core/money';
import { refundProgress, type RefundProgress } from '../core/payment-terms';
import { readItem, type ItemKind } from '../core/read-item';

/** A row of WeChat's bill or statement. */
export interface BillRow {
	/**
	 * `revoked`: the payment was revoked at the till; nothing was kept. `other_day`: an order that a WeChat Shop knows,
	 * and that was paid on another day.
	 */
	kind: 'payment' | 'refund' | 'revoked' | 'other_day';
	mchid: string;
	/** On a service provider's bill: the merchant that the order was made for. */
	sub_mchid?: string;
	transaction_id: string;
	out_trade_no: string;
	/** The price of the order, or the amount refunded, in the currency of the price and before coupons. */
	amount: Money;
	/** Of a refund. */
	refund_id?: string;
	out_refund_no?: string;
	progress?: RefundProgress;
}

/** A row that cannot be read. Fields that it lacks are empty. */
export interface UnreadableRow {
	/** Number of the row in the bill, from 1; 0 where it is not known. */
	row: number;
	transaction_id: string;
	out_trade_no: string;
	/** What is wrong with it, as a sentence. */
	reason: string;
}

const BILL_ROW: ItemKind = {
	code: 'NOT_A_BILL_ROW',
	name: 'a row of a bill',
	nextStep:
		'Pass on the items of WeChat Pay → Bill: Get Trade Bill or Get Global Statement with all of their fields.',
};

/**
 * Reads an item of Get Trade Bill or Get Global Statement. Old layouts of the trade bill have no total of the order:
 * there the settled total is used.
 *
 * @throws IntegrationError `NOT_A_BILL_ROW`
 */
export const readBillRow = (item: JsonObject): BillRow =>
	readItem(item, BILL_ROW, ({ value, text, optionalText, parsed, check }) => {
		const sub_mchid = optionalText('sub_mchid');
		const kind = KINDS.get(item.trade_state) ?? 'payment';
		check('trade_state', KINDS.has(item.trade_state));
		const [total, settled] =
			kind === 'refund'
				? (['refund_fen', 'settlement_refund_fen'] as const)
				: (['total_fen', 'settlement_total_fen'] as const);
		// Nothing is compared with the amount of a revoked payment, and not every bill has one.
		const known = [value(settled), ...(kind === 'revoked' || kind === 'other_day' ? [0] : [])];
		const fen = (amount: unknown) => [amount, ...known].find(Number.isSafeInteger);
		return {
			kind,
			mchid: text('mchid'),
			...(sub_mchid && { sub_mchid }),
			transaction_id: text('transaction_id'),
			out_trade_no: text('out_trade_no'),
			amount: money(Number(parsed(total, fen, 0)), optionalText('currency') || 'CNY'),
			...(kind === 'refund' && {
				refund_id: text('refund_id'),
				out_refund_no: text('out_refund_no'),
				progress: refundProgress(optionalText('refund_status')),
			}),
		};
	});

const KINDS = new Map<unknown, BillRow['kind']>([
	['SUCCESS', 'payment'],
	['REFUND', 'refund'],
	['REVOKED', 'revoked'],
	['OTHER_DAY', 'other_day'],
]);

/** The rows of a bill, and those that cannot be read: one of them does not keep the others from being compared. */
export function readBillRows(items: JsonObject[]): {
	bill: BillRow[];
	unreadable: UnreadableRow[];
} {
	const bill: BillRow[] = [];
	const unreadable: UnreadableRow[] = [];
	const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
	for (const item of items) {
		const { problem, trade_state, transaction_id, out_trade_no } = item;
		// A day without a bill is an item without a row.
		if (trade_state === undefined && problem === undefined) continue;
		// A movement of money of a WeChat Shop is for the ledger.
		if (trade_state === 'FLOW') continue;
		try {
			if (typeof problem === 'string') throw new Error(problem);
			bill.push(readBillRow(item));
		} catch (error) {
			unreadable.push({
				row: Number.isSafeInteger(item.bill_row) ? Number(item.bill_row) : 0,
				transaction_id: textOf(transaction_id),
				out_trade_no: textOf(out_trade_no),
				reason: (error as Error).message,
			});
		}
	}
	return { bill, unreadable };
}

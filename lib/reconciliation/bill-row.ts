import type { JsonObject } from '../core/json';
import { money, type Money } from '../core/money';
import { readItem, type ItemKind } from '../core/read-item';

/** A payment or a refund on WeChat's bill or statement. */
export interface BillRow {
	kind: 'payment' | 'refund';
	mchid: string;
	transaction_id: string;
	out_trade_no: string;
	/** The price of the order, or the amount refunded, in the currency of the price and before coupons. */
	amount: Money;
	/** Of a refund. */
	refund_id?: string;
	out_refund_no?: string;
	/** WeChat's own: `SUCCESS`, `PROCESSING`, `CHANGE`, `FAIL`. */
	refund_status?: string;
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
		const refund = item.trade_state === 'REFUND' || item.trade_state === 'REVOKED';
		check('trade_state', refund || item.trade_state === 'SUCCESS');
		const [total, settled] = refund
			? (['refund_fen', 'settlement_refund_fen'] as const)
			: (['total_fen', 'settlement_total_fen'] as const);
		const fen = (amount: unknown) => [amount, value(settled)].find(Number.isSafeInteger);
		return {
			kind: refund ? 'refund' : 'payment',
			mchid: text('mchid'),
			transaction_id: text('transaction_id'),
			out_trade_no: text('out_trade_no'),
			amount: money(Number(parsed(total, fen, 0)), optionalText('currency') || 'CNY'),
			...(refund && {
				refund_id: text('refund_id'),
				out_refund_no: text('out_refund_no'),
				refund_status: optionalText('refund_status'),
			}),
		};
	});

import type { JsonObject } from '../core/json';
import { money, type Money } from '../core/money';
import { refundProgress } from '../core/payment-terms';
import { readItem, type ItemKind } from '../core/read-item';
import { readAmount } from './field-formats';

/** One payment or refund as WeChat's global statement settles it. A refund's amounts are negative. */
export interface StatementRow {
	kind: 'payment' | 'refund';
	mchid: string;
	sub_mchid?: string;
	transaction_id: string;
	out_trade_no: string;
	/** Of a refund. */
	refund_id?: string;
	/** The day in Beijing, `yyyy-MM-dd`: payouts contain whole days. */
	date: string;
	/** What left the buyer's wallet. */
	paid: Money;
	/** Before WeChat's fee. */
	settled: Money;
	/** WeChat's fee; negative where a refund returns it. */
	fee: Money;
	/** The two amounts whose ratio is the rate: coupons make them differ from `paid` and `settled`. */
	converted: { from: Money; to: Money };
	/** SHA-1 of the statement, hex. */
	document: string;
}

const STATEMENT_ROW: ItemKind = {
	code: 'NOT_A_STATEMENT_ROW',
	name: 'a row of a global statement',
	nextStep:
		'Pass on the items of WeChat Pay → Bill: Get Global Statement with all of their fields.',
};

/**
 * Reads an item of Get Global Statement.
 *
 * @returns undefined for a refund that failed
 * @throws IntegrationError `NOT_A_STATEMENT_ROW`
 */
export function readStatementRow(item: JsonObject): StatementRow | undefined {
	const refund = item.trade_state === 'REFUND' || item.trade_state === 'REVOKED';
	if (refund && refundProgress(String(item.refund_status)) === 'failed') return undefined;
	return readItem(item, STATEMENT_ROW, ({ value, text, optionalText, whole, parsed, check }) => {
		check('trade_state', refund || item.trade_state === 'SUCCESS');
		const currency = text('currency');
		// The row of a refund has a column of its own for it, and may leave the other empty.
		const settlementCurrency =
			(refund && optionalText('settlement_refund_currency')) || text('settlement_currency');
		const payerCurrency = optionalText(refund ? 'payer_refund_currency' : 'payer_currency');
		const sign = refund ? -1 : 1;
		const amount = (name: string, isIn: string) =>
			money(sign * whole(`${name}_fen`, -Infinity) + 0, isIn);
		/** In the currency of the price: the row of a refund names no other. */
		const coupon = (name: string) =>
			value(name) === undefined
				? 0
				: sign * parsed(name, (decimal) => readAmount(decimal, currency).amount, 0);
		const order = amount(refund ? 'refund' : 'total', currency);
		const paid = amount(refund ? 'payer_refund' : 'payer_total', payerCurrency || currency);
		const settled = amount(refund ? 'settlement_refund' : 'settlement_total', settlementCurrency);
		const coupons = {
			discount: coupon(refund ? 'discount_refund' : 'discount'),
			prepaid: coupon(refund ? 'coupon_refund' : 'coupon'),
		};
		return {
			kind: refund ? ('refund' as const) : ('payment' as const),
			mchid: text('mchid'),
			...(value('sub_mchid') ? { sub_mchid: text('sub_mchid') } : {}),
			transaction_id: text('transaction_id'),
			out_trade_no: text('out_trade_no'),
			...(refund && { refund_id: text('refund_id') }),
			date: text('trade_time').slice(0, 10),
			paid,
			settled,
			fee: money(whole('fee_fen', -Infinity), settlementCurrency),
			converted: convertedAmounts(order, paid, settled, coupons),
			document: text('bill.sha1'),
		};
	});
}

/** With a price in the settlement currency, WeChat converted the wallet's amount; otherwise the price. */
function convertedAmounts(
	order: Money,
	paid: Money,
	settled: Money,
	{ discount, prepaid }: { discount: number; prepaid: number },
): { from: Money; to: Money } {
	const due = money(order.amount - discount, order.currency);
	if (order.currency !== settled.currency) return { from: due, to: settled };
	return { from: paid, to: money(due.amount - prepaid, order.currency) };
}

import { fromDecimal, money, type Money } from '../core/money';
import { notA } from './settlement-error';

/** One payment or refund as WeChat's global statement settles it. A refund's amounts are negative. */
export interface StatementRow {
	kind: 'payment' | 'refund';
	mchid: string;
	transaction_id: string;
	out_trade_no: string;
	/** Of a refund. */
	refund_id?: string;
	/** The day in Beijing on which it counts, `yyyy-MM-dd`: payouts are made of whole days. */
	date: string;
	/** What left the buyer's wallet. */
	paid: Money;
	/** Before WeChat's fee. */
	settled: Money;
	/** WeChat's fee; negative where a refund gives it back. */
	fee: Money;
	/** The two amounts whose ratio is the rate: coupons make them differ from `paid` and `settled`. */
	converted: { from: Money; to: Money };
	/** SHA-1 of the statement, hex. */
	document: string;
}

type Fields = Record<string, unknown>;

/** Refunds that never happened: nothing of them is settled. One that is being processed counts. */
const NOT_REFUNDED = new Set(['FAIL', 'CLOSED']);

/**
 * Reads an item of Get Global Statement.
 *
 * @returns undefined for a refund that failed
 * @throws IntegrationError `NOT_A_STATEMENT_ROW`
 */
export function readStatementRow(fields: Fields): StatementRow | undefined {
	const refund = ['REFUND', 'REVOKED'].includes(String(fields['trade_state']));
	if (refund && NOT_REFUNDED.has(String(fields['refund_status']))) return undefined;
	const read = reader(fields);
	if (!refund && fields['trade_state'] !== 'SUCCESS') read.wrong.push('trade_state');
	const currency = read.text('currency');
	const settlementCurrency = read.text('settlement_currency');
	const payerCurrency = optional(fields, refund ? 'payer_refund_currency' : 'payer_currency');
	const sign = refund ? -1 : 1;
	const of = (field: string, isIn: string) => money(sign * read.fen(field) + 0, isIn);
	const order = of(refund ? 'refund' : 'total', currency);
	const paid = of(refund ? 'payer_refund' : 'payer_total', payerCurrency || currency);
	const settled = of(refund ? 'settlement_refund' : 'settlement_total', settlementCurrency);
	const coupons = {
		discount: sign * read.coupon(refund ? 'discount_refund' : 'discount', currency),
		prepaid: sign * read.coupon(refund ? 'coupon_refund' : 'coupon', currency),
	};
	const document = read.text('sha1', (fields['bill'] ?? {}) as Fields, 'bill.sha1');
	const row: StatementRow = {
		kind: refund ? 'refund' : 'payment',
		mchid: read.text('mchid'),
		transaction_id: read.text('transaction_id'),
		out_trade_no: read.text('out_trade_no'),
		...(refund && { refund_id: read.text('refund_id') }),
		date: read.text('trade_time').slice(0, 10),
		paid,
		settled,
		fee: money(read.fen('fee'), settlementCurrency),
		converted: convertedAmounts(order, paid, settled, coupons),
		document,
	};
	if (read.wrong.length === 0) return row;
	throw notA(
		'STATEMENT_ROW',
		'a row of a global statement',
		read.wrong,
		'WeChat Pay → Bill: Get Global Statement',
	);
}

/** Priced in the settlement currency, the wallet was converted; otherwise the price was. */
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

const optional = (fields: Fields, name: string): string =>
	typeof fields[name] === 'string' ? String(fields[name]) : '';

/** Reads fields, and notes those that cannot be read. */
function reader(fields: Fields) {
	const wrong: string[] = [];
	const text = (name: string, from = fields, shown = name): string => {
		const value = optional(from, name);
		if (!value) wrong.push(shown);
		return value || 'XXX';
	};
	const fen = (name: string): number => {
		const value = fields[`${name}_fen`];
		if (Number.isSafeInteger(value)) return Number(value);
		wrong.push(`${name}_fen`);
		return 0;
	};
	/** In the currency of the price; a refund's row names none of its own. */
	const coupon = (name: string, currency: string): number => {
		try {
			return fields[name] === undefined ? 0 : fromDecimal(String(fields[name]), currency).amount;
		} catch {
			wrong.push(name);
			return 0;
		}
	};
	return { wrong, text, fen, coupon };
}

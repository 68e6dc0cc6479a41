import { money, type Money } from '../core/money';
import { notA } from '../settlement/settlement-error';

/** A payment or a refund as WeChat's bill or statement lists it. */
export interface BillRow {
	kind: 'payment' | 'refund';
	mchid: string;
	transaction_id: string;
	out_trade_no: string;
	/** What the order cost, or what was given back of it: in the currency of the price, before coupons. */
	amount: Money;
	/** Of a refund. */
	refund_id?: string;
	out_refund_no?: string;
	/** WeChat's own: `SUCCESS`, `PROCESSING`, `CHANGE`, `FAIL`. */
	refund_status?: string;
}

type Fields = Record<string, unknown>;

/**
 * Reads an item of Get Trade Bill or Get Global Statement. Old layouts of the trade bill have no total of the order:
 * there the settled total stands for it.
 *
 * @throws IntegrationError `NOT_A_BILL_ROW`
 */
export function readBillRow(fields: Fields): BillRow {
	const wrong: string[] = [];
	const text = (name: string): string => {
		const value = fields[name];
		if (typeof value === 'string' && value) return value;
		wrong.push(name);
		return '';
	};
	const refund = ['REFUND', 'REVOKED'].includes(String(fields['trade_state']));
	if (!refund && fields['trade_state'] !== 'SUCCESS') wrong.push('trade_state');
	const names = refund
		? ['refund_fen', 'settlement_refund_fen']
		: ['total_fen', 'settlement_total_fen'];
	const fen = names.map((name) => fields[name]).find((value) => Number.isSafeInteger(value));
	if (fen === undefined) wrong.push(names[0] ?? '');
	const currency = typeof fields['currency'] === 'string' ? fields['currency'] : 'CNY';
	const row: BillRow = {
		kind: refund ? 'refund' : 'payment',
		mchid: text('mchid'),
		transaction_id: text('transaction_id'),
		out_trade_no: text('out_trade_no'),
		amount: money(Number(fen ?? 0), currency),
		...(refund && {
			refund_id: text('refund_id'),
			out_refund_no: text('out_refund_no'),
			refund_status: String(fields['refund_status'] ?? ''),
		}),
	};
	if (wrong.length === 0) return row;
	const source = 'WeChat Pay → Bill: Get Trade Bill or Get Global Statement';
	throw notA('BILL_ROW', 'a row of a bill', wrong, source);
}

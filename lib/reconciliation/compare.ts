import type { BillRow } from './bill-row';
import { amountText, type Difference, type DifferenceKind } from './difference';
import type { OdooOrder, OdooRefund } from './odoo-order';
import { paymentDifferences } from './payments';
import { refundDifferences } from './refunds';

export interface Books {
	/** All rows of the day's bill. */
	bill: BillRow[];
	/** Orders that name a transaction of the bill, and all others of the day. */
	orders: OdooOrder[];
	/** Absent where credit notes are not kept in Odoo. */
	refunds?: OdooRefund[];
	/** What n8n has received, where that is known: numbers of transactions, and the merchant of each or nothing. */
	n8n?: ReadonlyMap<string, string>;
	/** The day of the bill, `yyyy-MM-dd` in Beijing. */
	date: string;
}

/** One day's books in a sentence and in figures. */
export interface ReconciliationReport {
	date: string;
	payments: number;
	refunds: number;
	/** How many of the payments n8n has received; absent where that is not known. */
	in_n8n?: number;
	/** Orders in Odoo that were looked at. */
	orders: number;
	differences: number;
	by_kind: Partial<Record<DifferenceKind, number>>;
	/** True when there is no difference at all. */
	agrees: boolean;
	/** For people, one line a difference. */
	text: string;
}

/** WeChat's bill of a day against Odoo's orders, and against n8n's where they are known. */
export function compareBooks(books: Books): Difference[] {
	const payments = books.bill.filter(({ kind }) => kind === 'payment');
	const refunds = books.bill.filter(({ kind }) => kind === 'refund');
	const refunded = new Set(refunds.map(({ transaction_id }) => transaction_id));
	return [
		...paymentDifferences(payments, books.orders, refunded, books.n8n),
		...unknownToWechat(books),
		...onlyInN8n(books),
		...(books.refunds ? refundDifferences(refunds, books.refunds) : []),
	];
}

export function reconciliationReport(
	{ bill, orders, date, n8n }: Books,
	differences: Difference[],
): ReconciliationReport {
	const by_kind: ReconciliationReport['by_kind'] = {};
	for (const { kind } of differences) by_kind[kind] = (by_kind[kind] ?? 0) + 1;
	const paid = bill.filter(({ kind }) => kind === 'payment');
	const payments = paid.length;
	const in_n8n = n8n && paid.filter(({ transaction_id }) => n8n.has(transaction_id)).length;
	const lines = differences.map(
		({ kind, transaction_id, order, refund_id, cause, next_step }) =>
			`${kind}: ${[order, transaction_id, refund_id].filter(Boolean).join(', ')}. ${cause} ${next_step}`,
	);
	const head = `${date}: ${payments} payments and ${bill.length - payments} refunds in WeChat${
		in_n8n === undefined ? '' : `, ${in_n8n} of the payments received by n8n`
	}, ${differences.length} differences.`;
	return {
		date,
		payments,
		refunds: bill.length - payments,
		...(in_n8n !== undefined && { in_n8n }),
		orders: orders.length,
		differences: differences.length,
		by_kind,
		agrees: differences.length === 0,
		text: [head, ...lines].join('\n'),
	};
}

/** Orders of the day whose transaction the bill does not have. */
function unknownToWechat({ bill, orders, date }: Books): Difference[] {
	const known = new Set(bill.map(({ transaction_id }) => transaction_id));
	const mchid = bill[0]?.mchid ?? '';
	return orders
		.filter((order) => order.state !== 'cancel' && !known.has(order.transaction_id))
		.filter(({ transaction_id, recorded }) => (dayOf(transaction_id) ?? recorded) === date)
		.filter((order) => !order.mchid || !mchid || order.mchid === mchid)
		.map((order) => ({
			kind: 'missing_in_wechat',
			mchid: order.mchid,
			transaction_id: order.transaction_id,
			out_trade_no: order.out_trade_no,
			order: order.name,
			in_odoo: amountText(order.total),
			cause: 'It belongs to another merchant number, was paid around midnight, or was typed in.',
			next_step:
				'Look the transaction up with Query Order of WeChat Pay. If WeChat does not know it, do not ship it.',
		}));
}

/** What n8n was told of that day, and neither the bill nor Odoo has. */
function onlyInN8n({ bill, orders, date, n8n = new Map() }: Books): Difference[] {
	const known = new Set([...bill, ...orders].map(({ transaction_id }) => transaction_id));
	const mchid = bill[0]?.mchid ?? '';
	return [...n8n]
		.filter(([id, of]) => !known.has(id) && dayOf(id) === date && (!of || !mchid || of === mchid))
		.map(([transaction_id, of]) => ({
			kind: 'missing_in_wechat',
			...{ mchid: of, transaction_id, out_trade_no: '' },
			cause: 'n8n has received its notification, but the bill of the day does not have it.',
			next_step:
				'Look the transaction up with Query Order of WeChat Pay: paid around midnight, it is on the bill of the next day.',
		}));
}

/** WeChat's numbers carry their day, which does not change when an order is recorded late. */
function dayOf(transactionId: string): string | undefined {
	const [, year, month, day] =
		/^\d{10}(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{10}$/.exec(transactionId) ?? [];
	return year && `${year}-${month}-${day}`;
}

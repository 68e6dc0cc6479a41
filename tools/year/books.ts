import type { RecordedSaleOrder } from '../services/recorded-orders';

/** A payment as WeChat has it at the end. */
export interface PaidInWeChat {
	transaction_id: string;
	/** Fen. */
	total: number;
	/** Whether all of it went back. */
	refunded: boolean;
}

/** What Odoo has of the payments of a month. */
export interface MonthBooks {
	/** `yyyy-MM` in Beijing. */
	month: string;
	payments: number;
	refunds: number;
	/** Fen, refunds deducted. */
	in_wechat: number;
	in_odoo: number;
	lost: number;
	/** Orders beyond the first of a payment. */
	doubled: number;
	/** Orders whose total or state is not what the payment asks for. */
	wrong: number;
	/** Differences that the reconciliation still had open. */
	open: number;
	/** Fen that moved at WeChat in the month, refunds deducted, by the day on which they moved. */
	moved: number;
	/** The same in Odoo's ledger, as the statements recorded it. */
	in_ledger: number;
	/** Rows and days of statements that could not be recorded. */
	not_settled: number;
	agrees: boolean;
}

/** What the statements of a month left in Odoo. */
export type Ledger = Pick<MonthBooks, 'moved' | 'in_ledger' | 'not_settled'>;

type Order = Pick<RecordedSaleOrder, 'client_order_ref' | 'state' | 'amount_total'>;

/**
 * Compares the payments of a month with their orders, and the statements with the ledger.
 *
 * @param found `open` as the reconciliation reported it last
 */
export function monthBooks(
	month: string,
	payments: PaidInWeChat[],
	orders: Order[],
	found: Ledger & Pick<MonthBooks, 'open'>,
): MonthBooks {
	const books = { lost: 0, doubled: 0, wrong: 0, in_wechat: 0, in_odoo: 0, refunds: 0 };
	for (const { transaction_id, total, refunded } of payments) {
		const own = orders.filter(({ client_order_ref: id }) => id === transaction_id);
		const [order, ...more] = own;
		books.doubled += more.length;
		if (refunded) books.refunds += 1;
		else books.in_wechat += total;
		if (!order) {
			books.lost += 1;
			continue;
		}
		const fen = Math.round(order.amount_total * 100);
		const sold = ['sale', 'done'].includes(order.state);
		if (fen !== total || sold === refunded) books.wrong += 1;
		if (sold) books.in_odoo += fen;
	}
	const { lost, doubled, wrong, in_wechat, in_odoo } = books;
	const { open, not_settled, moved, in_ledger } = found;
	const complete = lost + doubled + wrong + open + not_settled === 0;
	const agrees = complete && in_wechat === in_odoo && moved === in_ledger;
	return { month, payments: payments.length, ...books, ...found, agrees };
}

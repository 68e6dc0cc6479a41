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
	agrees: boolean;
}

type Order = Pick<RecordedSaleOrder, 'client_order_ref' | 'state' | 'amount_total'>;

/** Compares the payments of a month with their orders. @param open as the reconciliation reported it last */
export function monthBooks(
	month: string,
	payments: PaidInWeChat[],
	orders: Order[],
	open: number,
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
	const agrees = lost + doubled + wrong + open === 0 && in_wechat === in_odoo;
	return { month, payments: payments.length, ...books, open, agrees };
}

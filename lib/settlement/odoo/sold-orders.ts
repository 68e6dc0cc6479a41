import { groupBy } from '../../core/collections';
import type { Money } from '../../core/money';
import { orderMoney, type OrderMoney } from '../order-money';
import { amountOf, currencyOf, everyRow, textOf, type Domain } from '../../odoo/records';
import type { OdooClient } from '../../odoo/client';
import { recordedOrders } from '../../orders/sale-order/orders-by-transaction';
import { entriesOf } from './read-ledger';

/** A sold order of WeChat with its money. */
export interface SoldSale {
	id: number;
	name: string;
	transaction_id: string;
	/** The day of the order, `yyyy-MM-dd` (UTC). */
	date: string;
	total: Money;
	/** As the ledger has it; `paid` alone, from the order's total, before the first statement. */
	money: OrderMoney;
}

/** Orders by their date, both days included, `yyyy-MM-dd`. */
export interface Period {
	from: string;
	until: string;
}

/** The confirmed orders of WeChat of a period, with what the ledger says of each. */
export async function soldOrders(odoo: OdooClient, { from, until }: Period): Promise<SoldSale[]> {
	const domain: Domain = [
		...recordedOrders(),
		['state', 'in', ['sale', 'done']],
		['date_order', '>=', `${from} 00:00:00`],
		['date_order', '<=', `${until} 23:59:59`],
	];
	const fields = ['name', 'client_order_ref', 'date_order', 'amount_total', 'currency_id'];
	const rows = await everyRow(odoo, 'sale.order', domain, fields);
	const entries = await entriesOf(
		odoo,
		rows.map((row) => textOf(row.client_order_ref)),
	);
	const byTransaction = groupBy(entries, ({ transaction_id: id }) => id);
	return rows.map((row) => {
		const transaction = textOf(row.client_order_ref);
		const total = amountOf(row, 'amount_total', currencyOf(row));
		const money = orderMoney(byTransaction.get(transaction) ?? []);
		return {
			id: row.id,
			name: textOf(row.name),
			transaction_id: transaction,
			date: textOf(row.date_order).slice(0, 10),
			total,
			money: { ...money, paid: money.paid ?? total },
		};
	});
}

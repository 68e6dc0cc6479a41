import type { OdooClient } from '../../odoo/client';
import {
	amountOf,
	currencyOf,
	idOf,
	idsOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
} from '../../odoo/records';
import { recordedOrders } from '../model/order-keys';

/** A credit note in Odoo, and the sale orders that it credits. */
export interface CreditNoteOfOrders {
	id: number;
	/** E.g. `RINV/2026/00007`; `/` while it is a draft. */
	name: string;
	/** Odoo's state: `draft`, `posted`, `cancel`. */
	state: string;
	/** ISO 4217. */
	currency: string;
	totalFen: number;
	/** What each sale order gets of the total, in fen, by its database id. Empty: it credits no sale order. */
	shares: Map<number, number>;
}

/** Credit notes of an order: from its invoice lines, reversals of its invoices, and those that name it as their source. */
export const creditNotesOf = (order: { id: number; name: string }): Domain => [
	'|',
	'|',
	['line_ids.sale_line_ids.order_id', '=', order.id],
	['reversed_entry_id.line_ids.sale_line_ids.order_id', '=', order.id],
	['invoice_origin', '=', order.name],
];

/** Reads credit notes, the oldest first. @param only further domain */
export async function readCreditNotes(
	odoo: OdooClient,
	only: Domain,
): Promise<CreditNoteOfOrders[]> {
	const domain: Domain = [['move_type', '=', 'out_refund'], ...only];
	const fields = ['name', 'state', 'currency_id', 'amount_total', 'invoice_origin'];
	const rows = await searchRead(odoo, 'account.move', domain, [...fields, 'reversed_entry_id'], {
		order: 'id',
	});
	if (rows.length === 0) return [];
	const orders = await ordersOf(odoo, rows);
	return rows.map((row) => {
		const currency = currencyOf(row);
		const totalFen = amountOf(row, 'amount_total', currency).amount;
		const found = orders(row, currency);
		const [only, ...others] = found.keys();
		const shares = only !== undefined && others.length === 0 ? new Map([[only, totalFen]]) : found;
		const { id, state, name } = row;
		return { id, name: textOf(name), state: textOf(state), currency, totalFen, shares };
	});
}

/** The orders of a credit note: of its own lines, else of the invoice that it reverses, else by its source. */
async function ordersOf(
	odoo: OdooClient,
	rows: OdooRow[],
): Promise<(row: OdooRow, currency: string) => Map<number, number>> {
	const reversed = rows.flatMap((row) => idOf(row.reversed_entry_id) ?? []);
	const lines = await searchRead(
		odoo,
		'account.move.line',
		[
			['move_id', 'in', [...rows.map(({ id }) => id), ...reversed]],
			['sale_line_ids', '!=', false],
		],
		['move_id', 'sale_line_ids', 'price_total'],
	);
	const saleLines = [...new Set(lines.flatMap((line) => idsOf(line.sale_line_ids)))];
	const ofLines: Domain = [['id', 'in', saleLines]];
	const sold = await searchRead(odoo, 'sale.order.line', ofLines, ['order_id']);
	const orderOfLine = new Map(sold.map((line) => [line.id, idOf(line.order_id) ?? 0]));
	const named = await namedOrders(odoo, rows);
	const shares = (move: number | undefined, currency: string) => {
		const found = new Map<number, number>();
		for (const line of lines) {
			if (move === undefined || idOf(line.move_id) !== move) continue;
			const order = orderOfLine.get(idsOf(line.sale_line_ids)[0] ?? 0);
			const { amount } = amountOf(line, 'price_total', currency);
			if (order) found.set(order, (found.get(order) ?? 0) + amount);
		}
		return found;
	};
	return (row, currency) => {
		const own = shares(row.id, currency);
		const ofInvoice = own.size > 0 ? own : shares(idOf(row.reversed_entry_id), currency);
		if (ofInvoice.size > 0) return ofInvoice;
		const bySource = sources(row).flatMap((name) => named.get(name) ?? []);
		return new Map(bySource.map((id) => [id, 0]));
	};
}

const sources = (row: OdooRow): string[] => textOf(row.invoice_origin).split(/\s*,\s*/);

async function namedOrders(odoo: OdooClient, rows: OdooRow[]): Promise<Map<string, number>> {
	const names = [...new Set(rows.flatMap(sources))].filter(Boolean);
	const domain: Domain = [['name', 'in', names], ...recordedOrders()];
	const found = await searchRead(odoo, 'sale.order', domain, ['name'], { archived: true });
	return new Map(found.map((row) => [textOf(row.name), row.id]));
}

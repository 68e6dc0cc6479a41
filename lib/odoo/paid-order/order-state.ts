import { idOf, idsOf, searchRead, textOf, type OdooRow } from '../records';
import type { OdooTransport } from '../transport/transport';

/** One line of a sale order that has a product. */
export interface LineState {
	id: number;
	productId: number;
	/** Pieces, in the line's unit. */
	quantity: number;
	/** True for goods, which leave through stock moves; false for services. */
	moves: boolean;
}

/** What Odoo holds of an order now. */
export interface OrderState {
	id: number;
	name: string;
	state: string;
	currency: string;
	/** Decimal text, as Odoo computed it. */
	amountTotal: string;
	amountTax: string;
	/** True while an activity on it is open: a person is asked to look at it. */
	hasActivity: boolean;
	lines: LineState[];
}

/** Reads orders and their product lines, by order id. */
export async function readOrders(
	odoo: OdooTransport,
	ids: number[],
): Promise<Map<number, OrderState>> {
	if (ids.length === 0) return new Map();
	const [orders, lines] = await Promise.all([
		searchRead(
			odoo,
			'sale.order',
			[['id', 'in', ids]],
			['name', 'state', 'currency_id', 'amount_total', 'amount_tax', 'activity_ids'],
			{ archived: true },
		),
		searchRead(
			odoo,
			'sale.order.line',
			[
				['order_id', 'in', ids],
				['product_id', '!=', false],
			],
			['order_id', 'product_id', 'product_uom_qty', 'qty_delivered_method'],
			{ order: 'id' },
		),
	]);
	return new Map(orders.map((row) => [row.id, orderState(row, lines)]));
}

const orderState = (row: OdooRow, lines: OdooRow[]): OrderState => ({
	id: row.id,
	name: textOf(row.name),
	state: textOf(row.state),
	currency: Array.isArray(row.currency_id) ? String(row.currency_id[1]) : '',
	amountTotal: String(row.amount_total),
	amountTax: String(row.amount_tax),
	hasActivity: idsOf(row.activity_ids).length > 0,
	lines: lines
		.filter((line) => idOf(line.order_id) === row.id)
		.map((line) => ({
			id: line.id,
			productId: idOf(line.product_id) ?? 0,
			quantity: Number(line.product_uom_qty),
			moves: line.qty_delivered_method === 'stock_move',
		})),
});

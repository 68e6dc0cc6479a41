import { idOf, idsOf, textOf, type OdooRow, fromOdooTime } from '../../odoo/records';

/** One line of a sale order that has a product. */
export interface LineState {
	id: number;
	productId: number;
	/** Pieces, in the line's unit. */
	quantity: number;
	/** True for goods, which leave through stock moves; false for services. */
	moves: boolean;
	/** Pieces of the product that nobody holds back, in the company; only where they were read. */
	free?: number;
}

/** What Odoo holds of an order now. */
export interface OrderState {
	id: number;
	name: string;
	state: string;
	/** Customer reference: the transaction id, or what a hold has in its place. */
	reference?: string;
	/** Source document. */
	origin?: string;
	currency: string;
	/** Decimal text, as Odoo computed it. */
	amountTotal: string;
	amountTax: string;
	/** True while an activity on it is open: a person is asked to look at it. */
	hasActivity: boolean;
	/** When a sold one was confirmed, in milliseconds since 1970. */
	confirmedAt?: number | undefined;
	companyId?: number | undefined;
	warehouseId?: number | undefined;
	lines: LineState[];
}

export const ORDER_FIELDS = [
	'name',
	'state',
	'client_order_ref',
	'origin',
	'currency_id',
	'amount_total',
	'amount_tax',
	'activity_ids',
	'date_order',
	'company_id',
	'warehouse_id',
];
export const LINE_FIELDS = ['order_id', 'product_id', 'product_uom_qty', 'qty_delivered_method'];

/** The order in a row of `sale.order`, with rows of its lines. */
export const orderState = (row: OdooRow, lines: OdooRow[]): OrderState => ({
	id: row.id,
	name: textOf(row.name),
	state: textOf(row.state),
	reference: textOf(row.client_order_ref),
	origin: textOf(row.origin),
	currency: nameOf(row.currency_id),
	amountTotal: String(row.amount_total),
	amountTax: String(row.amount_tax),
	hasActivity: idsOf(row.activity_ids).length > 0,
	confirmedAt: timeOf(row.date_order),
	companyId: idOf(row.company_id),
	warehouseId: idOf(row.warehouse_id),
	lines: lines
		.filter((line) => productOf(line) !== undefined)
		.map((line) => ({
			id: line.id,
			productId: productOf(line) ?? 0,
			...freeOf(line),
			quantity: Number(line.product_uom_qty),
			moves: line.qty_delivered_method === 'stock_move',
		}))
		.sort((a, b) => a.id - b.id),
});

function timeOf(odooTime: unknown): number | undefined {
	const time = fromOdooTime(odooTime);
	return Number.isNaN(time) ? undefined : time;
}

/** Read within its line, a product is an object. */
const productOf = ({ product_id: product }: OdooRow): number | undefined =>
	idOf((product as { id?: unknown } | null)?.id ?? product);

function freeOf({ product_id: product }: OdooRow): { free?: number } {
	const free = (product as { free_qty?: unknown } | null)?.free_qty;
	return typeof free === 'number' ? { free } : {};
}

const nameOf = (many2one: unknown): string => {
	if (Array.isArray(many2one)) return String(many2one[1]);
	return textOf((many2one as { display_name?: unknown } | null)?.display_name);
};

import { fromOdooTime, idOf, idsOf, textOf, type OdooRow } from '../../odoo/records';

/** One line of a sale order that has a product. */
export interface LineState {
	id: number;
	productId: number;
	/** In the unit of the line. */
	quantity: number;
	/** True for goods, which are delivered by stock moves; false for services. */
	moves: boolean;
	/** Unreserved quantity of the product in the company, if it was read. */
	free?: number;
	/** Bought or made for the order: by Odoo's route Make to Order, or drop-shipped. */
	toOrder?: boolean;
	/** A product of which the buyer chooses the parts (Odoo 18 and later). It moves nothing itself. */
	combo?: boolean;
}

/** A sale order as it is in Odoo. */
export interface OrderState {
	id: number;
	name: string;
	state: string;
	/** Customer reference: the transaction id, or the reference of a hold. */
	reference?: string;
	currency: string;
	/** Decimal text, as Odoo computed it. */
	amountTotal: string;
	amountTax: string;
	/** Whether it has an open activity: a person was asked to look at it. */
	hasActivity: boolean;
	/** When it was confirmed, in milliseconds since 1970; only for confirmed orders. */
	confirmedAt?: number | undefined;
	companyId?: number | undefined;
	warehouseId?: number | undefined;
	lines: LineState[];
}

export const ORDER_FIELDS = [
	'name',
	'state',
	'client_order_ref',
	'currency_id',
	'amount_total',
	'amount_tax',
	'activity_ids',
	'date_order',
	'company_id',
	'warehouse_id',
];
export const LINE_FIELDS = ['order_id', 'product_id', 'product_uom_qty', 'qty_delivered_method'];

/** Converts a row of `sale.order` and the rows of its lines. */
export const orderState = (row: OdooRow, lines: OdooRow[]): OrderState => ({
	id: row.id,
	name: textOf(row.name),
	state: textOf(row.state),
	reference: textOf(row.client_order_ref),
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
			...factsOf(line),
			quantity: Number(line.product_uom_qty),
			moves: line.qty_delivered_method === 'stock_move',
		}))
		.sort((a, b) => a.id - b.id),
});

export const isConfirmed = ({ state }: Pick<OrderState, 'state'>): boolean =>
	state === 'sale' || state === 'done';

export const isQuotation = ({ state }: Pick<OrderState, 'state'>): boolean =>
	state === 'draft' || state === 'sent';

/** Later than this after its confirmation, a person may have changed an order. Milliseconds. */
const RECENT_MS = 15 * 60_000;

/**
 * Whether an order was confirmed so recently that an interrupted attempt may have done it.
 *
 * @param now milliseconds since 1970
 */
export const isJustConfirmed = (order: OrderState, now: number): boolean =>
	isConfirmed(order) && Math.abs(now - (order.confirmedAt ?? 0)) < RECENT_MS;

function timeOf(odooTime: unknown): number | undefined {
	const time = fromOdooTime(odooTime);
	return Number.isNaN(time) ? undefined : time;
}

/** A product that was read as part of its line is an object. */
const productOf = ({ product_id: product }: OdooRow): number | undefined =>
	idOf((product as { id?: unknown } | null)?.id ?? product);

function factsOf({ product_id, is_mto: made, purchase_line_count: purchases }: OdooRow) {
	const product = product_id as { free_qty?: unknown; type?: unknown } | null;
	return {
		...(typeof product?.free_qty === 'number' && { free: product.free_qty }),
		...((made === true || Number(purchases) > 0) && { toOrder: true }),
		...(product?.type === 'combo' && { combo: true }),
	};
}

const nameOf = (many2one: unknown): string => {
	if (Array.isArray(many2one)) return String(many2one[1]);
	return textOf((many2one as { display_name?: unknown } | null)?.display_name);
};

import type { OdooAdmin } from './odoo-admin';

/** A sale order as an administrator of Odoo sees it, with its quantities and what is reserved for them. */
export interface RecordedSaleOrder {
	id: number;
	name: string;
	state: string;
	client_order_ref: string;
	amount_total: number;
	currency: string;
	activities: number;
	source: string;
	/** Product lines only: `[default_code, quantity, unit price]`, in the order's own order. */
	lines: Array<[code: string, quantity: number, price: number]>;
	/** Texts of the lines without a product. */
	notes: string[];
	ordered: number;
	reserved: number;
}

interface Row {
	id: number;
	[field: string]: unknown;
}

/** Reads the sale orders of these payments straight from Odoo, with nothing of the package's own code. */
export async function recordedOrders(
	admin: OdooAdmin,
	transactionIds: string[],
): Promise<RecordedSaleOrder[]> {
	const read = async (model: string, domain: unknown[], fields: string[]) =>
		await admin.call<Row[]>(model, 'search_read', [domain, fields], { order: 'id' });
	const orders = await read(
		'sale.order',
		[['client_order_ref', 'in', transactionIds]],
		[
			'name',
			'state',
			'client_order_ref',
			'amount_total',
			'currency_id',
			'activity_ids',
			'source_id',
		],
	);
	const ids = orders.map(({ id }) => id);
	const lines = await read(
		'sale.order.line',
		[['order_id', 'in', ids]],
		['order_id', 'product_id', 'product_uom_qty', 'price_unit', 'display_type', 'name'],
	);
	const products = await read(
		'product.product',
		[['id', 'in', lines.map((line) => many2one(line.product_id).id)]],
		['default_code'],
	);
	const code = new Map(products.map(({ id, default_code }) => [id, String(default_code)]));
	const held = await heldField(admin);
	const moves = await read(
		'stock.move',
		[
			['sale_line_id.order_id', 'in', ids],
			['state', '!=', 'cancel'],
		],
		['sale_line_id', held],
	);
	const orderOfLine = new Map(lines.map((line) => [line.id, many2one(line.order_id).id]));
	return orders.map((order) => {
		const own = lines.filter((line) => many2one(line.order_id).id === order.id);
		const goods = own.filter((line) => !line.display_type);
		const ownMoves = moves.filter(
			(move) => orderOfLine.get(many2one(move.sale_line_id).id) === order.id,
		);
		return {
			id: order.id,
			name: String(order.name),
			state: String(order.state),
			client_order_ref: String(order.client_order_ref),
			amount_total: Number(order.amount_total),
			currency: many2one(order.currency_id).name,
			activities: (order.activity_ids as number[]).length,
			source: many2one(order.source_id).name,
			lines: goods.map((line) => [
				code.get(many2one(line.product_id).id) ?? '',
				Number(line.product_uom_qty),
				Number(line.price_unit),
			]),
			notes: own.filter((line) => line.display_type).map((line) => String(line.name)),
			ordered: sum(goods.map((line) => Number(line.product_uom_qty))),
			reserved: sum(ownMoves.map((move) => Number(move[held]))),
		};
	});
}

/** The reserved quantity of a move: another field since Odoo 17. */
async function heldField(admin: OdooAdmin): Promise<string> {
	const fields = await admin.call<object>('stock.move', 'fields_get', [['quantity'], ['type']]);
	return 'quantity' in fields ? 'quantity' : 'reserved_availability';
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

function many2one(value: unknown): { id: number; name: string } {
	const [id, name] = Array.isArray(value) ? (value as [number, string]) : [0, ''];
	return { id, name };
}

import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import type { Shop } from './shop';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** An order as the administrator sees it. */
export interface SeenOrder {
	id: number;
	state: string;
	total: number;
	currency: string;
	source: string;
	buyer: string;
	/** `[product id, pieces]`; `[0, 0]` for a note. */
	lines: Array<[product: number, pieces: number]>;
	notes: string[];
	activities: string[];
	moves: number;
}

const second = (many2one: unknown) => (Array.isArray(many2one) ? String(many2one[1]) : '');

/** All sale orders that carry the payment's transaction id or the shop's number, oldest first. */
export async function seenOrders({ admin }: Shop, order: PaidOrder): Promise<SeenOrder[]> {
	const read = async (model: string, domain: unknown[], fields: string[]) =>
		await admin.call<Row[]>(model, 'search_read', [domain, fields], { order: 'id' });
	const { transaction_id: transaction, out_trade_no: number } = order.payment;
	const orders = await read(
		'sale.order',
		['|', ['client_order_ref', '=', transaction], ['origin', 'like', number]],
		['state', 'amount_total', 'currency_id', 'source_id', 'partner_id'],
	);
	return await Promise.all(
		orders.map(async (row) => {
			const ofOrder = [['order_id', '=', row.id]];
			const lines = await read('sale.order.line', ofOrder, [
				'product_id',
				'product_uom_qty',
				'display_type',
				'name',
			]);
			const activities = await read(
				'mail.activity',
				[
					['res_model', '=', 'sale.order'],
					['res_id', '=', row.id],
				],
				['note'],
			);
			const moves = await read('stock.move', [['sale_line_id.order_id', '=', row.id]], ['id']);
			return {
				id: row.id,
				state: String(row.state),
				total: Number(row.amount_total),
				currency: second(row.currency_id),
				source: second(row.source_id),
				buyer: second(row.partner_id),
				lines: lines.map(({ product_id: product, product_uom_qty: pieces }): [number, number] => [
					Array.isArray(product) ? Number(product[0]) : 0,
					Number(pieces),
				]),
				notes: lines.filter((line) => line.display_type).map((line) => String(line.name)),
				activities: activities.map(({ note }) => String(note)),
				moves: moves.length,
			};
		}),
	);
}

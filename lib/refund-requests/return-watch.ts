import type { Watch } from '../changes/watch';
import { groupBy } from '../core/collections';
import { money, toDecimal } from '../core/money';
import type { OdooClient } from '../odoo/client';
import { currencyOf, searchRead, textOf, type Domain } from '../odoo/records';
import { recordedOrders } from '../orders/model/order-keys';
import { orderNames, type OrderNames } from '../orders/sale-order/order-names';
import { returnedMoves, type ReturnedMove } from './returned-moves';

/** Goods of a recorded order that came back: one finished return. */
export interface ReceivedReturn extends Omit<OrderNames, 'sale_order_id' | 'name'> {
	order: { sale_order_id: number; name: string };
	return: {
		picking_id: number;
		/** E.g. `WH/IN/00012`. */
		name: string;
		/** ISO 8601. */
		date_done: string;
		lines: Array<ReturnedMove['line']>;
		/** What the buyer paid for the goods, in the smallest unit and as decimal text; absent if a line has no price. */
		value_fen?: number;
		value?: string;
		/** ISO 4217. */
		currency: string;
	};
}

/** Finished transfers from buyers of recorded orders. */
const RETURNS: Domain = [
	['state', '=', 'done'],
	['location_id.usage', '=', 'customer'],
	'|',
	...recordedOrders('move_line_ids.move_id.sale_line_id.order_id.'),
	...recordedOrders('move_line_ids.move_id.origin_returned_move_id.sale_line_id.order_id.'),
];

/** Finished returns of recorded orders. A return of several orders is one item for each of them. */
export const returnWatch: Watch = {
	sources: [{ model: 'stock.picking', domain: RETURNS, of: 'id' }],
	async read(odoo, ids) {
		const domain: Domain = [['id', 'in', ids], ...RETURNS];
		const pickings = await searchRead(odoo, 'stock.picking', domain, ['name', 'date_done']);
		const moves = await returnedMoves(
			odoo,
			pickings.map(({ id }) => id),
		);
		const orderIds = [...new Set(moves.map(({ order }) => order))];
		const names = await orderNames(odoo, orderIds);
		const currencies = await orderCurrencies(odoo, orderIds);
		return pickings.flatMap((picking) => {
			const own = moves.filter((move) => move.picking === picking.id);
			return [...groupBy(own, ({ order }) => order)].flatMap(([orderId, lines]) => {
				const order = names.get(orderId);
				if (!order) return [];
				const { sale_order_id, name, ...payment } = order;
				const currency = currencies.get(orderId) ?? 'CNY';
				const json: ReceivedReturn = {
					...payment,
					order: { sale_order_id, name },
					return: {
						picking_id: picking.id,
						name: textOf(picking.name),
						date_done: `${textOf(picking.date_done).replace(' ', 'T')}Z`,
						lines: lines.map(({ line }) => line),
						...valueOf(lines, currency),
						currency,
					},
				};
				return [{ id: picking.id, part: orderId, json }];
			});
		});
	},
};

function valueOf(lines: ReturnedMove[], currency: string) {
	if (lines.some(({ line }) => line.value_fen === undefined)) return {};
	const value_fen = lines.reduce((sum, { line }) => sum + (line.value_fen ?? 0), 0);
	return { value_fen, value: toDecimal(money(value_fen, currency)) };
}

async function orderCurrencies(odoo: OdooClient, ids: number[]): Promise<Map<number, string>> {
	const domain: Domain = [['id', 'in', ids]];
	const rows = await searchRead(odoo, 'sale.order', domain, ['currency_id'], { archived: true });
	return new Map(rows.map((row) => [row.id, currencyOf(row)]));
}

import type { OdooClient } from '../odoo/client';
import {
	amountOf,
	currencyOf,
	idOf,
	nameOf,
	searchRead,
	textOf,
	type Domain,
} from '../odoo/records';

/** Goods of one order line that came back in one transfer. */
export interface ReturnedMove {
	/** Database id of the transfer. */
	picking: number;
	/** Database id of the sale order. */
	order: number;
	line: ReturnedLine;
}

export interface ReturnedLine {
	product_id: number;
	/** Internal reference; empty if there is none. */
	sku: string;
	name: string;
	/** In the unit of the move, usually units. */
	quantity: number;
	sale_order_line_id: number;
	/** What the buyer paid for it, in the smallest unit; absent for a component of a kit. */
	value_fen?: number;
}

/** The finished moves of returns, with the order lines that they return. */
export async function returnedMoves(odoo: OdooClient, pickings: number[]): Promise<ReturnedMove[]> {
	if (pickings.length === 0) return [];
	const done = (await odoo.fields('stock.move')).has('quantity_done')
		? 'quantity_done'
		: 'quantity';
	const fields = ['picking_id', 'product_id', 'sale_line_id', 'origin_returned_move_id', done];
	const finished: Domain = [
		['picking_id', 'in', pickings],
		['state', '=', 'done'],
	];
	const moves = await searchRead(odoo, 'stock.move', finished, fields);
	const origins = moves.flatMap((move) => idOf(move.origin_returned_move_id) ?? []);
	const ofOrigins: Domain = [['id', 'in', origins]];
	const delivered = await searchRead(odoo, 'stock.move', ofOrigins, ['sale_line_id']);
	const lineOfOrigin = new Map(delivered.map((move) => [move.id, idOf(move.sale_line_id)]));
	const lineOf = (move: (typeof moves)[number]) =>
		lineOfOrigin.get(idOf(move.origin_returned_move_id) ?? 0) ?? idOf(move.sale_line_id) ?? 0;
	const lines = new Map(
		(
			await searchRead(
				odoo,
				'sale.order.line',
				[['id', 'in', [...new Set(moves.map(lineOf))]]],
				['order_id', 'product_id', 'product_uom_qty', 'price_total', 'currency_id'],
			)
		).map((line) => [line.id, line]),
	);
	const skus = await skusOf(odoo, [...new Set(moves.map((move) => idOf(move.product_id) ?? 0))]);
	return moves.flatMap((move) => {
		const line = lines.get(lineOf(move));
		const quantity = Number(move[done]);
		if (!line || quantity <= 0) return [];
		const product_id = idOf(move.product_id) ?? 0;
		const ordered = Number(line.product_uom_qty);
		const total = amountOf(line, 'price_total', currencyOf(line)).amount;
		const isWhole = product_id === idOf(line.product_id) && ordered > 0;
		return [
			{
				picking: idOf(move.picking_id) ?? 0,
				order: idOf(line.order_id) ?? 0,
				line: {
					product_id,
					...(skus.get(product_id) ?? { sku: '', name: nameOf(move.product_id) }),
					quantity,
					sale_order_line_id: line.id,
					...(isWhole && { value_fen: Math.round((total * quantity) / ordered) }),
				},
			},
		];
	});
}

async function skusOf(odoo: OdooClient, ids: number[]) {
	const domain: Domain = [['id', 'in', ids]];
	const rows = await searchRead(odoo, 'product.product', domain, ['default_code', 'name'], {
		archived: true,
	});
	return new Map(
		rows.map((row) => [row.id, { sku: textOf(row.default_code), name: textOf(row.name) }]),
	);
}

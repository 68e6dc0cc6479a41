import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain } from '../odoo/records';
import type { ShippedLine } from './shipment-item';

/**
 * Shipped goods by delivery id, grouped by order line.
 *
 * @param lang language of product names in Odoo's format (`zh_CN`); empty: that of the user
 */
export async function shippedLines(
	odoo: OdooClient,
	pickingIds: number[],
	lang: string,
): Promise<Map<number, ShippedLine[]>> {
	const known = await odoo.fields('stock.move');
	const quantity = known.has('quantity_done') ? 'quantity_done' : 'quantity';
	const done: Domain = [
		['picking_id', 'in', pickingIds],
		['state', '=', 'done'],
	];
	const fields = ['picking_id', 'product_id', 'sale_line_id', quantity];
	const moves = await searchRead(odoo, 'stock.move', done, fields, { order: 'id' });
	const names = await productNames(
		odoo,
		moves.map((move) => idOf(move.product_id) ?? 0),
		lang,
	);
	const shipped = new Map<number, ShippedLine[]>();
	for (const move of moves) {
		const moved = Number(move[quantity]);
		const picking = idOf(move.picking_id) ?? 0;
		const product_id = idOf(move.product_id) ?? 0;
		const lineId = idOf(move.sale_line_id);
		if (!(moved > 0)) continue;
		const lines = shipped.get(picking) ?? [];
		const same = lines.find(
			(line) => line.product_id === product_id && line.sale_order_line_id === lineId,
		);
		if (same) same.quantity += moved;
		else {
			lines.push({
				...(names.get(product_id) ?? { name: '', sku: '' }),
				product_id,
				quantity: moved,
				...(lineId !== undefined && { sale_order_line_id: lineId }),
			});
		}
		shipped.set(picking, lines);
	}
	return shipped;
}

async function productNames(odoo: OdooClient, ids: number[], lang: string) {
	const domain: Domain = [['id', 'in', [...new Set(ids)]]];
	const options = { archived: true, ...(lang && { context: { lang } }) };
	const rows = await searchRead(odoo, 'product.product', domain, ['name', 'default_code'], options);
	return new Map(
		rows.map((row) => [row.id, { name: textOf(row.name), sku: textOf(row.default_code) }]),
	);
}

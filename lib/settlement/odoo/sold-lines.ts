import { batches } from '../../core/collections';
import { amountOf, idOf, searchRead, textOf, type OdooRow } from '../../odoo/records';
import type { OdooClient } from '../../odoo/client';
import type { SoldSale } from './sold-orders';

const AT_ONCE = 500;

/** A product on a sold order. Amounts are smallest units. */
export interface SoldLine {
	/** The Internal Reference, or the name of a product without one. */
	sku: string;
	units: number;
	/** Without taxes, in the order's currency. */
	subtotal: number;
	/** Of all units, in the company's currency, as the product costs now. */
	cost: number;
}

/** The products on some orders, by the order's database id. @param home currency of the company */
export async function soldLines(
	odoo: OdooClient,
	sales: Array<Pick<SoldSale, 'id' | 'total'>>,
	home: string,
): Promise<Map<number, SoldLine[]>> {
	const lines = new Map(sales.map(({ id }) => [id, [] as SoldLine[]]));
	const currencies = new Map(sales.map(({ id, total }) => [id, total.currency]));
	const fields = ['order_id', 'product_id', 'product_uom_qty', 'price_subtotal'];
	const rows: OdooRow[] = [];
	for (const some of batches([...lines.keys()], AT_ONCE)) {
		rows.push(...(await searchRead(odoo, 'sale.order.line', [['order_id', 'in', some]], fields)));
	}
	const goods = rows.filter((row) => idOf(row.product_id) !== undefined);
	const products = await productsOf(odoo, goods);
	for (const row of goods) {
		const order = idOf(row.order_id) ?? 0;
		const product = products.get(idOf(row.product_id) ?? 0);
		const units = Number(row.product_uom_qty);
		const cost = Number(product?.standard_price ?? 0) * units;
		lines.get(order)?.push({
			sku: textOf(product?.default_code) || textOf(product?.display_name),
			units,
			subtotal: amountOf(row, 'price_subtotal', currencies.get(order) ?? 'CNY').amount,
			cost: amountOf({ id: 0, cost }, 'cost', home).amount,
		});
	}
	return lines;
}

async function productsOf(odoo: OdooClient, lines: OdooRow[]): Promise<Map<number, OdooRow>> {
	const ids = [...new Set(lines.map((row) => idOf(row.product_id)))];
	const fields = ['default_code', 'display_name', 'standard_price'];
	const rows = await searchRead(odoo, 'product.product', [['id', 'in', ids]], fields, {
		archived: true,
	});
	return new Map(rows.map((row) => [row.id, row]));
}

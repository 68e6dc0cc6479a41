import { batches, groupBy } from '../../core/collections';
import { orderMoney } from '../order-money';
import type { SoldLine, SoldOrder } from '../sold-order';
import {
	amountOf,
	currencyOf,
	everyRow,
	idOf,
	searchRead,
	textOf,
	type Domain,
	type OdooRow,
} from '../../odoo/records';
import type { OdooClient } from '../../odoo/client';
import { kitsAmong } from '../../odoo/kits';
import { recordedOrders } from '../../orders/model/order-keys';
import { ownOrders } from '../../orders/sale-order/own-orders';
import { entriesOf } from './read-ledger';

/** The dates of orders, first and last day, `yyyy-MM-dd`. */
export interface Period {
	from: string;
	until: string;
}

/** The confirmed WeChat orders of a period, with their money in the ledger. */
export async function readSoldOrders(
	odoo: OdooClient,
	{ from, until }: Period,
): Promise<SoldOrder[]> {
	const domain: Domain = [
		...recordedOrders(),
		['state', 'in', ['sale', 'done']],
		['date_order', '>=', `${from} 00:00:00`],
		['date_order', '<=', `${until} 23:59:59`],
	];
	const fields = ['name', 'client_order_ref', 'date_order', 'amount_total', 'currency_id'];
	const rows = await ownOrders(odoo, await everyRow(odoo, 'sale.order', domain, fields));
	const entries = await entriesOf(
		odoo,
		rows.map((row) => textOf(row.client_order_ref)),
	);
	const byTransaction = groupBy(entries, ({ transaction_id: id }) => id);
	return rows.map((row) => {
		const transaction = textOf(row.client_order_ref);
		const total = amountOf(row, 'amount_total', currencyOf(row));
		const money = orderMoney(byTransaction.get(transaction) ?? []);
		return {
			id: row.id,
			name: textOf(row.name),
			transaction_id: transaction,
			date: textOf(row.date_order).slice(0, 10),
			total,
			money: { ...money, paid: money.paid ?? total },
		};
	});
}

const AT_ONCE = 500;

/** The products on some orders, by the order's database id. @param home currency of the company */
export async function readSoldLines(
	odoo: OdooClient,
	orders: Array<Pick<SoldOrder, 'id' | 'total'>>,
	home: string,
): Promise<Map<number, SoldLine[]>> {
	const lines = new Map(orders.map(({ id }) => [id, [] as SoldLine[]]));
	const currencies = new Map(orders.map(({ id, total }) => [id, total.currency]));
	const fields = ['order_id', 'product_id', 'product_uom_qty', 'price_subtotal'];
	const rows: OdooRow[] = [];
	for (const some of batches([...lines.keys()], AT_ONCE)) {
		rows.push(...(await searchRead(odoo, 'sale.order.line', [['order_id', 'in', some]], fields)));
	}
	const goods = rows.filter((row) => idOf(row.product_id) !== undefined);
	const kitCosts = await costsOfKits(odoo, goods);
	const products = await productsOf(
		odoo,
		goods.map((row) => idOf(row.product_id) ?? 0),
	);
	for (const row of goods) {
		const order = idOf(row.order_id) ?? 0;
		const product = products.get(idOf(row.product_id) ?? 0);
		const units = Number(row.product_uom_qty);
		const cost = kitCosts.get(row.id) ?? Number(product?.standard_price ?? 0) * units;
		lines.get(order)?.push({
			sku: textOf(product?.default_code) || textOf(product?.display_name),
			units,
			subtotal: amountOf(row, 'price_subtotal', currencies.get(order) ?? 'CNY').amount,
			cost: amountOf({ id: 0, cost }, 'cost', home).amount,
		});
	}
	return lines;
}

/** The costs of lines with kits, by line: those of the components that were moved to the buyer for it. */
async function costsOfKits(odoo: OdooClient, lines: OdooRow[]): Promise<Map<number, number>> {
	const kits = await kitsAmong(odoo, [...new Set(lines.map((row) => idOf(row.product_id) ?? 0))]);
	const ofKits = lines.filter((row) => kits.has(idOf(row.product_id) ?? 0)).map(({ id }) => id);
	const moves: OdooRow[] = [];
	for (const some of batches(ofKits, AT_ONCE)) {
		const domain: Domain = [
			['sale_line_id', 'in', some],
			['location_dest_id.usage', '=', 'customer'],
			['state', '!=', 'cancel'],
		];
		const fields = ['sale_line_id', 'product_id', 'product_qty'];
		moves.push(...(await searchRead(odoo, 'stock.move', domain, fields)));
	}
	const components = await productsOf(
		odoo,
		moves.map((move) => idOf(move.product_id) ?? 0),
	);
	const costs = new Map<number, number>();
	for (const move of moves) {
		const [line, component] = [idOf(move.sale_line_id) ?? 0, idOf(move.product_id) ?? 0];
		const cost = Number(components.get(component)?.standard_price ?? 0) * Number(move.product_qty);
		costs.set(line, (costs.get(line) ?? 0) + cost);
	}
	return costs;
}

async function productsOf(odoo: OdooClient, productIds: number[]): Promise<Map<number, OdooRow>> {
	const ids = [...new Set(productIds)];
	if (ids.length === 0) return new Map();
	const fields = ['default_code', 'display_name', 'standard_price'];
	const rows = await searchRead(odoo, 'product.product', [['id', 'in', ids]], fields, {
		archived: true,
	});
	return new Map(rows.map((row) => [row.id, row]));
}

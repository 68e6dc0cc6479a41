import { money } from '../../money';
import { marginBySku, type SkuMargin, type SoldOrder } from '../../settlement/margin';
import { convert } from '../../settlement/ratio';
import { amountOf } from '../amounts';
import type { OdooClient } from '../client';
import { idOf, searchRead, textOf, type OdooRow } from '../records';
import type { RateTable } from './company-rates';
import { soldOrders, type Period, type SoldSale } from './sold-orders';
import { batches } from '../../batches';

const AT_ONCE = 500;

/**
 * Margin by SKU of the orders of a period, in a reporting currency: what the bank received for each where it is in
 * that currency, otherwise an estimate with Odoo's rates, counted apart. Costs are those of the products now.
 */
export async function readMargins(
	odoo: OdooClient,
	period: Period,
	currency: string,
	rates: RateTable,
): Promise<SkuMargin[]> {
	const sales = await soldOrders(odoo, period);
	const lines = await linesOf(odoo, sales);
	const orders = sales.flatMap((sale): SoldOrder[] => {
		const brought = inCurrency(sale, currency, rates);
		const cost = rates.rate(rates.home, currency, sale.date);
		if (!brought || !cost) return [];
		return [
			{
				...brought,
				lines: (lines.get(sale.id) ?? []).map(({ sku, pieces, subtotal, homeCost }) => ({
					...{ sku, pieces, subtotal },
					cost: convert(homeCost(rates.home), cost, currency).amount,
				})),
			},
		];
	});
	return marginBySku(orders, currency);
}

function inCurrency({ money: amounts, date }: SoldSale, currency: string, rates: RateTable) {
	const { received, settled, paid } = amounts;
	if (received?.currency === currency) return { received: received.amount };
	const best = received ?? settled ?? paid;
	const rate = best && rates.rate(best.currency, currency, date);
	if (!best || !rate) return undefined;
	return { received: convert(best, rate, currency).amount, estimated: true };
}

interface Line {
	sku: string;
	pieces: number;
	subtotal: number;
	homeCost(home: string): ReturnType<typeof money>;
}

async function linesOf(odoo: OdooClient, sales: SoldSale[]): Promise<Map<number, Line[]>> {
	const currencies = new Map(sales.map(({ id, total }) => [id, total.currency]));
	const ids = sales.map(({ id }) => id);
	const fields = ['order_id', 'product_id', 'product_uom_qty', 'price_subtotal'];
	const rows: OdooRow[] = [];
	for (const some of batches(ids, AT_ONCE)) {
		rows.push(...(await searchRead(odoo, 'sale.order.line', [['order_id', 'in', some]], fields)));
	}
	const goods = rows.filter((row) => idOf(row.product_id) !== undefined);
	const products = await searchRead(
		odoo,
		'product.product',
		[['id', 'in', [...new Set(goods.map((row) => idOf(row.product_id)))]]],
		['default_code', 'display_name', 'standard_price'],
		{ archived: true },
	);
	const byId = new Map(products.map((row) => [row.id, row]));
	const lines = new Map<number, Line[]>();
	for (const row of goods) {
		const order = idOf(row.order_id) ?? 0;
		const product = byId.get(idOf(row.product_id) ?? 0);
		const pieces = Number(row.product_uom_qty);
		const cost = Number(product?.standard_price) * pieces;
		lines.set(order, [
			...(lines.get(order) ?? []),
			{
				sku: textOf(product?.default_code) || textOf(product?.display_name),
				pieces,
				subtotal: amountOf(row, 'price_subtotal', currencies.get(order) ?? 'CNY').amount,
				homeCost: (home) => amountOf({ id: 0, cost }, 'cost', home),
			},
		]);
	}
	return lines;
}

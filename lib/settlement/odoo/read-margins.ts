import type { OdooClient } from '../../odoo/client';
import { marginBySku, type MarginOrder, type OrderWithoutMargin, type SkuMargin } from '../margin';
import { latestAmount, toMarginOrder } from '../sold-order';
import { readRateTable } from './currencies';
import { readSoldLines, readSoldOrders, type Period } from './read-sold-orders';

export interface Margins {
	margins: SkuMargin[];
	/** Orders of the period that are not part of any margin. */
	without: OrderWithoutMargin[];
}

/** Margin by SKU of the orders of a period, in a reporting currency. Costs are those of the products now. */
export async function readMargins(
	odoo: OdooClient,
	period: Period,
	currency: string,
): Promise<Margins> {
	const orders = await readSoldOrders(odoo, period);
	const currencies = orders.map((order) => latestAmount(order).currency);
	const rates = await readRateTable(odoo, [currency, ...currencies]);
	const lines = await readSoldLines(odoo, orders, rates.home);
	const withMargin: MarginOrder[] = [];
	const without: OrderWithoutMargin[] = [];
	for (const order of orders) {
		const converted = toMarginOrder(order, lines.get(order.id) ?? [], currency, rates);
		if ('reason' in converted) without.push(converted);
		else withMargin.push(converted);
	}
	return { margins: marginBySku(withMargin, currency), without };
}

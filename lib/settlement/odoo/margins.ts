import { money, toDecimal, type Money } from '../../core/money';
import { marginBySku, type OrderWithoutMargin, type SkuMargin, type SoldOrder } from '../margin';
import { convert } from '../ratio';
import type { RateTable } from '../rate-table';
import { readRateTable } from './currencies';
import type { OdooClient } from '../../odoo/client';
import { soldLines, type SoldLine } from './sold-lines';
import { soldOrders, type Period, type SoldSale } from './sold-orders';

export interface Margins {
	margins: SkuMargin[];
	/** Orders of the period that none of them counts. */
	without: OrderWithoutMargin[];
}

/**
 * Margin by SKU of the orders of a period, in a reporting currency: what the bank received for each where it is in
 * that currency, otherwise an estimate with Odoo's rates, counted apart. Costs are those of the products now.
 */
export async function readMargins(
	odoo: OdooClient,
	period: Period,
	currency: string,
): Promise<Margins> {
	const sales = await soldOrders(odoo, period);
	const currencies = sales.map((sale) => brought(sale).currency);
	const rates = await readRateTable(odoo, [currency, ...currencies]);
	const lines = await soldLines(odoo, sales, rates.home);
	const sold: SoldOrder[] = [];
	const without: OrderWithoutMargin[] = [];
	for (const sale of sales) {
		const order = inCurrency(sale, lines.get(sale.id) ?? [], currency, rates);
		if (typeof order !== 'string') sold.push(order);
		else without.push(withReason(sale, order));
	}
	return { margins: marginBySku(sold, currency), without };
}

/** The last that is known of an order's money. */
const brought = ({ money: { received, settled, paid }, total }: SoldSale): Money =>
	received ?? settled ?? paid ?? total;

/** What an order brought in a currency, or why nobody can tell. */
function inCurrency(
	sale: SoldSale,
	lines: SoldLine[],
	currency: string,
	rates: RateTable,
): SoldOrder | string {
	if (lines.length === 0) {
		return 'The order has no line with a product in Odoo. Open it there and see who has emptied it.';
	}
	const best = brought(sale);
	const rate = rates.rate(best.currency, currency, sale.date);
	if (!rate) return noRate(best.currency, currency, sale.date);
	const ofCost = rates.rate(rates.home, currency, sale.date);
	if (!ofCost) return noRate(rates.home, currency, sale.date);
	const estimated = sale.money.received?.currency !== currency;
	return {
		received: convert(best, rate, currency).amount,
		...(estimated && { estimated }),
		lines: lines.map(({ sku, units, subtotal, cost }) => ({
			...{ sku, units, subtotal },
			cost: convert(money(cost, rates.home), ofCost, currency).amount,
		})),
	};
}

const noRate = (from: string, to: string, date: string) =>
	`Odoo has no rate that leads from ${from} to ${to} on ${date} or before. Write it with Odoo Settlement → Settlement: Write Exchange Rates.`;

function withReason(sale: SoldSale, reason: string): OrderWithoutMargin {
	const amount = brought(sale);
	return {
		...{ order: sale.name, transaction_id: sale.transaction_id, date: sale.date },
		...{ amount: toDecimal(amount), currency: amount.currency, reason },
	};
}

import { money, toDecimal, type Money } from '../core/money';
import type { MarginOrder, OrderWithoutMargin } from './margin';
import type { OrderMoney } from './order-money';
import type { RateTable } from './rate-table';
import { convert } from './ratio';

/** A confirmed WeChat order of Odoo's with its money. */
export interface SoldOrder {
	id: number;
	name: string;
	transaction_id: string;
	/** The day of the order, `yyyy-MM-dd` (UTC). */
	date: string;
	total: Money;
	/** As the ledger has it; before the first statement only `paid`, from the order's total. */
	money: OrderMoney;
}

/** A product on a sold order. Amounts are smallest units. */
export interface SoldLine {
	/** The Internal Reference, or the name of a product without one. */
	sku: string;
	units: number;
	/** Without taxes, in the order's currency. */
	subtotal: number;
	/** Of all units, in the company's currency, at the product's cost now. */
	cost: number;
}

/**
 * An order in the reporting currency: what the bank received for it where it is in that currency, otherwise an
 * estimate with Odoo's rates.
 *
 * @returns an order with a reason where it cannot be converted
 */
export function toMarginOrder(
	order: SoldOrder,
	lines: SoldLine[],
	currency: string,
	rates: RateTable,
): MarginOrder | OrderWithoutMargin {
	const latest = latestAmount(order);
	if (order.money.problem) return withReason(order, order.money.problem);
	if (lines.length === 0) return withReason(order, NO_PRODUCTS);
	const rate = rates.rate(latest.currency, currency, order.date);
	if (!rate) return withReason(order, noRate(latest.currency, currency, order.date));
	const costRate = rates.rate(rates.home, currency, order.date);
	if (!costRate) return withReason(order, noRate(rates.home, currency, order.date));
	const estimated = order.money.received?.currency !== currency;
	return {
		received: convert(latest, rate, currency).amount,
		...(estimated && { estimated }),
		lines: lines.map((line) => ({
			...line,
			cost: convert(money(line.cost, rates.home), costRate, currency).amount,
		})),
	};
}

/** The latest known amount of an order. */
export const latestAmount = ({ money: { received, settled, paid }, total }: SoldOrder): Money =>
	received ?? settled ?? paid ?? total;

const NO_PRODUCTS =
	'The order has no line with a product in Odoo. Open the order and see who removed them.';

const noRate = (from: string, to: string, date: string) =>
	`Odoo has no exchange rate from ${from} to ${to} on or before ${date}. Write it with Odoo Settlement → Settlement: Write Exchange Rates.`;

function withReason(order: SoldOrder, reason: string): OrderWithoutMargin {
	const amount = latestAmount(order);
	return {
		...{ order: order.name, transaction_id: order.transaction_id, date: order.date },
		...{ amount: toDecimal(amount), currency: amount.currency, reason },
	};
}

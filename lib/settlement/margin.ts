import { allocate, money, toDecimal } from '../core/money';
import { percentText } from './spread';

/** An order in the reporting currency. Amounts are smallest units. */
export interface MarginOrder {
	received: number;
	/** True where `received` is an estimate with Odoo's rates, because the money has not arrived yet. */
	estimated?: boolean;
	lines: Array<{
		sku: string;
		units: number;
		/** The line's share of the order, in the currency of the order. */
		subtotal: number;
		/** Of all units, in the reporting currency. */
		cost: number;
	}>;
}

/** An order that is not part of any margin, and why. */
export interface OrderWithoutMargin {
	/** Odoo's name of the order. */
	order: string;
	transaction_id: string;
	/** The day of the order, `yyyy-MM-dd`. */
	date: string;
	/** Its latest known amount, decimal text in `currency`. */
	amount: string;
	currency: string;
	/** The cause and the next step, a sentence each. */
	reason: string;
}

/** The margin of one SKU. Amounts are decimal text in `currency`. */
export interface SkuMargin {
	sku: string;
	orders: number;
	/** How many of them are estimates: 0 once all of their money has arrived. */
	estimated_orders: number;
	units: number;
	currency: string;
	received: string;
	cost: string;
	margin: string;
	margin_percent: string;
}

/**
 * Margin by SKU: the amount of each order is divided among its lines by their prices, to the smallest unit, and
 * compared with their cost. An order without prices is divided equally among its lines.
 */
export function marginBySku(orders: MarginOrder[], currency: string): SkuMargin[] {
	const bySku = new Map<
		string,
		{ orders: number; estimated_orders: number; units: number; received: number; cost: number }
	>();
	for (const { received, lines, estimated } of orders) {
		if (lines.length === 0) continue;
		const seen = new Set<string>();
		for (const [index, share] of shares(received, lines).entries()) {
			const line = lines[index];
			if (!line) continue;
			const sum = bySku.get(line.sku) ?? {
				...{ orders: 0, estimated_orders: 0 },
				...{ units: 0, received: 0, cost: 0 },
			};
			sum.orders += seen.has(line.sku) ? 0 : 1;
			sum.estimated_orders += estimated && !seen.has(line.sku) ? 1 : 0;
			sum.units += line.units;
			sum.received += share;
			sum.cost += line.cost;
			seen.add(line.sku);
			bySku.set(line.sku, sum);
		}
	}
	const text = (amount: number) => toDecimal(money(amount, currency));
	return [...bySku]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([sku, { received, cost, ...counts }]) => ({
			sku,
			...counts,
			currency,
			received: text(received),
			cost: text(cost),
			margin: text(received - cost),
			margin_percent: percentText(received - cost, received),
		}));
}

/** Divides an amount among the lines of an order by their prices, or equally among lines without prices. */
export function shares(received: number, lines: Array<{ subtotal: number }>): number[] {
	for (const weights of [lines.map(({ subtotal }) => subtotal), lines.map(() => 1)]) {
		if (weights.some((weight) => weight !== 0) && weights.reduce((a, b) => a + b, 0) !== 0) {
			return allocate(received, weights);
		}
	}
	return lines.map(() => 0);
}

import { groupBy } from '../core/collections';
import { money, toDecimal, type Money } from '../core/money';
import { shares } from './margin';

/** An order with its campaign. Amounts without a currency are smallest units of the reporting currency. */
export interface CampaignOrder {
	/** Empty for an order that nobody attributed. */
	campaign: string;
	medium: string;
	/** The day of the order, `yyyy-MM-dd`. */
	date: string;
	/** As the ledger has them, net of refunds. */
	paid?: Money;
	fee?: Money;
	settled?: Money;
	received?: Money;
	/** Why an amount is absent that the ledger has in several currencies. */
	problem?: string;
	/** What was received, or an estimate with Odoo's rates; absent where there is no rate, or a problem. */
	revenue?: number;
	estimated: boolean;
	lines: Array<{
		sku: string;
		units: number;
		returned: number;
		/** In the currency of the order. */
		subtotal: number;
		/** Of the units that were not returned. */
		cost: number;
	}>;
}

const LEGS = ['paid', 'fee', 'settled', 'received'] as const;
type Leg = (typeof LEGS)[number];

/** The part of a SKU in the orders of a campaign, a medium and a day. Amounts are decimal text. */
export type CampaignRow = Record<'campaign' | 'medium' | 'sku' | 'date' | 'currency', string> &
	Record<'orders' | 'estimated_orders' | 'orders_without_rate', number> &
	Record<'units' | 'returned_units', number> &
	Record<Leg | `${Leg}_currency` | 'revenue' | 'cost' | 'margin', string> & {
		money_problem?: string;
	};

interface Part {
	order: CampaignOrder;
	sku: string;
	units: number;
	returned: number;
	cost: number;
	amounts: Partial<Record<Leg, Money>>;
	revenue: number;
}

/**
 * Results by campaign, medium, SKU and day. Every amount of an order is divided among its lines to the smallest unit,
 * so the sums of the rows are those of the ledger. Orders in other currencies have rows of their own.
 */
export function campaignRows(orders: CampaignOrder[], currency: string): CampaignRow[] {
	const keyOf = ({ order, sku, amounts }: Part) => {
		const { campaign, medium, date, problem } = order;
		const currencies = LEGS.map((leg) => amounts[leg]?.currency);
		return JSON.stringify([campaign, medium, sku, date, currencies, problem]);
	};
	const groups = groupBy(orders.flatMap(partsOf), keyOf);
	return [...groups.values()].flatMap((parts) => {
		const [first] = parts;
		if (!first) return [];
		const { campaign, medium, date, problem } = first.order;
		const count = (of: (order: CampaignOrder) => boolean) =>
			new Set(parts.map(({ order }) => order).filter(of)).size;
		const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0);
		const amounts = LEGS.map((leg) => {
			const of = first.amounts[leg]?.currency;
			const total = sum((part) => part.amounts[leg]?.amount ?? 0);
			return [
				[leg, of ? toDecimal(money(total, of)) : ''],
				[`${leg}_currency`, of ?? ''],
			];
		});
		const [revenue, cost] = [sum((part) => part.revenue), sum((part) => part.cost)];
		const text = (amount: number) => toDecimal(money(amount, currency));
		return [
			{
				...{ campaign, medium, sku: first.sku, date, currency },
				...{ orders: count(() => true), estimated_orders: count(({ estimated }) => estimated) },
				orders_without_rate: count((order) => order.revenue === undefined),
				...{ units: sum((part) => part.units), returned_units: sum((part) => part.returned) },
				...(Object.fromEntries(amounts.flat()) as Record<Leg | `${Leg}_currency`, string>),
				...{ revenue: text(revenue), cost: text(cost), margin: text(revenue - cost) },
				...(problem && { money_problem: problem }),
			},
		];
	});
}

/** An order without products keeps its money, under an empty SKU. */
function partsOf(order: CampaignOrder): Part[] {
	const none = { sku: '', units: 0, returned: 0, subtotal: 0, cost: 0 };
	const lines = order.lines.length > 0 ? order.lines : [none];
	const divided = LEGS.map((leg) => {
		const amount = order[leg];
		return [leg, amount && { amount, parts: shares(amount.amount, lines) }] as const;
	});
	const revenue = shares(order.revenue ?? 0, lines);
	return lines.map((line, index) => {
		const amounts = divided.flatMap(([leg, one]) =>
			one ? [[leg, { ...one.amount, amount: one.parts[index] ?? 0 }] as const] : [],
		);
		return {
			...{ order, sku: line.sku, units: line.units, returned: line.returned, cost: line.cost },
			...{ amounts: Object.fromEntries(amounts), revenue: revenue[index] ?? 0 },
		};
	});
}

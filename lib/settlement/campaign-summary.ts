import { groupBy } from '../core/collections';
import { money, toDecimal } from '../core/money';
import type { CampaignOrder } from './campaign-results';

/** What became of a campaign. Amounts are decimal text in `currency`. */
export interface CampaignSummary {
	campaign: string;
	orders: number;
	estimated_orders: number;
	units: number;
	returned_units: number;
	currency: string;
	revenue: string;
	cost: string;
	margin: string;
	/** As entered for the influencer. */
	influencer_fee: string;
	/** Margin less the influencer's fee. */
	result: string;
	/** Orders that pay for the fee at the margin of an order; null where an order earns nothing. */
	break_even_orders: number | null;
}

/** Was the post worth it. @param fees of influencers by campaign, smallest unit of the currency */
export function campaignSummaries(
	orders: CampaignOrder[],
	fees: ReadonlyMap<string, number>,
	currency: string,
): CampaignSummary[] {
	const text = (amount: number) => toDecimal(money(amount, currency));
	const groups = groupBy(orders, ({ campaign }) => campaign);
	for (const campaign of fees.keys()) if (!groups.has(campaign)) groups.set(campaign, []);
	return [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([campaign, own]) => {
			const lines = own.flatMap((order) => order.lines);
			const sum = (of: (line: CampaignOrder['lines'][number]) => number) =>
				lines.reduce((all, line) => all + of(line), 0);
			const revenue = own.reduce((all, order) => all + (order.revenue ?? 0), 0);
			const cost = sum((line) => line.cost);
			const [margin, fee] = [revenue - cost, fees.get(campaign) ?? 0];
			return {
				...{ campaign, orders: own.length, currency },
				estimated_orders: own.filter(({ estimated }) => estimated).length,
				...{ units: sum((line) => line.units), returned_units: sum((line) => line.returned) },
				...{ revenue: text(revenue), cost: text(cost), margin: text(margin) },
				...{ influencer_fee: text(fee), result: text(margin - fee) },
				break_even_orders:
					margin > 0 ? Math.ceil((fee * own.length) / margin) : fee === 0 ? 0 : null,
			};
		});
}

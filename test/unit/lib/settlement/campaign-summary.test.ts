import type { CampaignOrder } from '../../../../lib/settlement/campaign-results';
import { campaignSummaries } from '../../../../lib/settlement/campaign-summary';

const order = (campaign: string, revenue: number, cost: number): CampaignOrder => ({
	...{ campaign, medium: 'kol', date: '2026-11-21', revenue, estimated: false },
	lines: [{ sku: 'TEE', units: 2, returned: 1, subtotal: revenue, cost }],
});

it('says what is left after the influencer, and how many orders pay for the fee', () => {
	const orders = [order('KOL-1', 10_000, 4_000), order('KOL-1', 10_000, 4_000)];
	expect(campaignSummaries(orders, new Map([['KOL-1', 15_000]]), 'INR')).toEqual([
		{
			...{ campaign: 'KOL-1', orders: 2, estimated_orders: 0, units: 4, returned_units: 2 },
			...{ currency: 'INR', revenue: '200.00', cost: '80.00', margin: '120.00' },
			...{ influencer_fee: '150.00', result: '-30.00', break_even_orders: 3 },
		},
	]);
});

it('has no break-even where an order earns nothing, and shows a fee without orders', () => {
	const fees = new Map([
		['KOL-1', 100],
		['KOL-2', 100],
	]);
	expect(campaignSummaries([order('KOL-1', 100, 100)], fees, 'INR')).toMatchObject([
		{ campaign: 'KOL-1', break_even_orders: null },
		{ campaign: 'KOL-2', orders: 0, result: '-1.00', break_even_orders: null },
	]);
});

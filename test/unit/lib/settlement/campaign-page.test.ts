import { campaignPage } from '../../../../lib/settlement/campaign-page';
import { campaignRows, type CampaignOrder } from '../../../../lib/settlement/campaign-results';
import { campaignSummaries } from '../../../../lib/settlement/campaign-summary';

const orders: CampaignOrder[] = ['KOL <1>', ''].map((campaign) => ({
	...{ campaign, medium: 'kol', date: '2026-11-21', revenue: 10_000, estimated: false },
	lines: [{ sku: 'TEE', units: 1, returned: 0, subtotal: 1, cost: 4_000 }],
}));

it('shows each campaign with its break-even, unattributed orders, and nothing but text', () => {
	const html = campaignPage({
		...{ title: 'Campaigns', from: '2026-11-01', until: '2026-11-30' },
		summaries: campaignSummaries(orders, new Map([['KOL <1>', 12_000]]), 'INR'),
		rows: campaignRows(orders, 'INR'),
	});
	expect(html).toContain('KOL &#60;1&#62;');
	expect(html).not.toContain('KOL <1>');
	expect(html).toContain('2 orders');
	expect(html).toContain('Not attributed');
});

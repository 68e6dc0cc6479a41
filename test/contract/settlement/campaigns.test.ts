import type { IDataObject } from 'n8n-workflow';

import { moneyInOdoo, sum } from '../support/money-in-odoo';
import { received } from '../support/money-stages';
import { useSettledShop } from '../support/settled-shop';
import { VERSIONS } from '../support/versions';

/** Orders of the first two campaigns; the others are nobody's. */
const CAMPAIGNS: Array<[name: string, orders: number[]]> = [
	['lilys-list', [0, 1, 3]],
	['tea-with-wang', [4]],
];

/** What each campaign earned, against the ledger of a real Odoo. */
describe.each(VERSIONS)('Campaign results in Odoo %s', (version) => {
	const shop = useSettledShop(version, received);
	const { entries, orderRow } = moneyInOdoo(shop);
	let outputs: IDataObject[][];

	beforeAll(async () => {
		const { admin } = shop().shop;
		for (const [name, orders] of CAMPAIGNS) {
			const campaign_id = await admin.call<number>('utm.campaign', 'create', [{ name }]);
			const ids = await Promise.all(
				orders.map(async (index) => (await orderRow(shop().payments[index]!))?.id ?? 0),
			);
			await admin.call('sale.order', 'write', [ids, { campaign_id }]);
		}
		const fee = [
			{ campaign: 'lilys-list', amount: '100.00' },
			{ campaign: 'never-posted', amount: '50.00' },
		];
		const parameters = { reportCurrency: 'INR', influencerFees: { fee }, campaignTitle: 'Posts' };
		const all = await shop().run('getCampaignResults', [{}], parameters);
		outputs = all.map((items) => items.map(({ json }) => json));
	}, 600_000);

	const cents = (rows: IDataObject[], field: string) =>
		Math.round(rows.reduce((all, row) => all + Number(row[field] ?? 0) * 100, 0));

	it('add up to the ledger to the last unit, orders of nobody included', async () => {
		const [summaries = [], rows = []] = outputs;
		for (const leg of ['fee', 'received']) {
			expect([leg, cents(rows, leg)]).toEqual([leg, sum(await entries(['x_leg', '=', leg]))]);
		}
		const settled = await entries(['x_leg', 'in', ['settled', 'fee']]);
		expect(cents(rows, 'settled')).toBe(sum(settled));
		// The order that a person typed in is not in the ledger: its total counts as paid.
		const typed = rows.filter(({ received: amount }) => amount === '');
		const paid = sum(await entries(['x_leg', '=', 'paid']));
		expect(cents(rows, 'paid') - cents(typed, 'paid')).toBe(paid);
		expect(summaries.map(({ campaign, orders }) => [campaign, orders])).toEqual([
			['', expect.any(Number)],
			['lilys-list', 3],
			['never-posted', 0],
			['tea-with-wang', 1],
		]);
		expect(cents(summaries, 'revenue')).toBe(cents(rows, 'revenue'));
	});

	it('say what a campaign received, less cost and fee, and when it breaks even', async () => {
		const [summaries = [], rows = []] = outputs;
		const [name, orders] = CAMPAIGNS[0]!;
		const transactions = orders.map((index) => shop().payments[index]!.transaction_id);
		const own = await entries(['x_leg', '=', 'received'], ['x_transaction_id', 'in', transactions]);
		const campaign = summaries.find((one) => one.campaign === name)!;
		expect(campaign).toMatchObject({
			...{ currency: 'INR', influencer_fee: '100.00', estimated_orders: 0 },
			revenue: (sum(own) / 100).toFixed(2),
			result: (Number(campaign.margin) - 100).toFixed(2),
		});
		expect(
			cents(
				rows.filter((row) => row.campaign === name),
				'received',
			),
		).toBe(sum(own));
		expect(summaries.find((one) => one.campaign === 'never-posted')).toMatchObject({
			...{ revenue: '0.00', result: '-50.00', break_even_orders: null },
		});
	});

	it('are one page without outside resources', () => {
		const [page] = outputs[2] ?? [];
		const html = String(page?.html);
		for (const text of ['Posts', 'Was the post worth it?', 'lilys-list', 'Not attributed']) {
			expect(html).toContain(text);
		}
		expect(html).not.toMatch(/(src|href)=["']?http/);
	});
});

import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
import { campaignRows } from '../../../../../lib/settlement/campaign-results';
import { money } from '../../../../../lib/core/money';
import { readCampaignOrders } from '../../../../../lib/settlement/odoo/read-campaign-orders';
import { odooWithLedger } from './odoo-with-ledger';
import { PERIOD, received, soldRows } from './sold-rows';

it('reads campaign, ledger and cost of each order; a cancelled one without money is left out', async () => {
	const rows = soldRows();
	const [first, second, ...others] = rows['sale.order'];
	const orders = [
		{ ...first!, campaign_id: [3, 'KOL-1'], medium_id: [4, 'kol'] },
		{ ...second!, state: 'cancel' },
		...others,
	];
	const { odoo } = odooWithLedger({ ...rows, 'sale.order': orders });
	await appendEntries(odoo, [received]);
	const found = await readCampaignOrders(odoo, PERIOD, 'INR');
	expect(found).toEqual([
		{
			...{ campaign: 'KOL-1', medium: 'kol', date: '2026-11-21', estimated: false },
			...{ paid: money(9900, 'CNY'), received: money(115000, 'INR'), revenue: 115000 },
			lines: [{ sku: 'TEE', units: 2, returned: 0, subtotal: 9900, cost: 50000 }],
		},
	]);
});

it('leaves the revenue of an order received in two currencies out, with the reason, and reads the others', async () => {
	const { odoo } = odooWithLedger(soldRows());
	const inDollars = { ...received.entry, amount: money(5000, 'HKD'), key: 'r2' };
	await appendEntries(odoo, [received, { ...received, entry: inDollars }]);
	const [mixed, other] = await readCampaignOrders(odoo, PERIOD, 'INR');
	expect(mixed?.problem).toContain('1150.00 INR and 50.00 HKD');
	expect(mixed).not.toHaveProperty('revenue');
	expect(other).toMatchObject({ revenue: 123_750 });
	const rows = campaignRows([mixed!, other!], 'INR');
	expect(rows.map(({ sku, money_problem }) => [sku, money_problem])).toEqual([
		['TEE', mixed?.problem],
		['Mug', undefined],
	]);
});

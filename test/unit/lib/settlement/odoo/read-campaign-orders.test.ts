import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
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

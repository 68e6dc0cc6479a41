import { money } from '../../../../../lib/core/money';
import { readSoldLines, readSoldOrders } from '../../../../../lib/settlement/odoo/read-sold-orders';
import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
import { odooWithLedger } from './odoo-with-ledger';
import { PERIOD, received, soldRows } from './sold-rows';

it('reads the confirmed orders of a period with their money', async () => {
	const { odoo } = odooWithLedger(soldRows());
	await appendEntries(odoo, [received]);
	const paid = money(9900, 'CNY');
	expect(await readSoldOrders(odoo, PERIOD)).toEqual([
		{
			...{ id: 1, name: 'S1', transaction_id: '1', date: '2026-11-21', total: paid },
			money: { state: 'received', received: money(115000, 'INR'), paid },
		},
		{
			...{ id: 2, name: 'S2', transaction_id: '2', date: '2026-11-21', total: paid },
			money: { state: 'paid', paid },
		},
	]);
});

it('reads their products with the costs of now', async () => {
	const { odoo } = odooWithLedger(soldRows());
	const orders = [1, 2].map((id) => ({ id, total: money(9900, 'CNY') }));
	expect([...(await readSoldLines(odoo, orders, 'INR'))]).toEqual([
		[1, [{ sku: 'TEE', units: 2, subtotal: 9900, cost: 50000 }]],
		[2, [{ sku: 'Mug', units: 2, subtotal: 9900, cost: 2001 }]],
	]);
});

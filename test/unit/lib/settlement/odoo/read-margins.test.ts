import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
import { readMargins } from '../../../../../lib/settlement/odoo/read-margins';
import { odooWithLedger } from './odoo-with-ledger';
import { PERIOD, received, soldRows } from './sold-rows';

it('makes margins of the orders of a period, and says why an order has none', async () => {
	const { odoo } = odooWithLedger(soldRows());
	await appendEntries(odoo, [received]);
	const { margins, without } = await readMargins(odoo, PERIOD, 'INR');
	expect(margins).toMatchObject([
		{ sku: 'Mug', orders: 1, estimated_orders: 1, received: '1237.50', cost: '20.01' },
		{ sku: 'TEE', orders: 1, estimated_orders: 0, received: '1150.00', cost: '500.00' },
	]);
	expect(without).toEqual([]);
	const inPounds = await readMargins(odoo, PERIOD, 'GBP');
	expect(inPounds.margins).toEqual([]);
	expect(inPounds.without.map((one) => one.order)).toEqual(['S1', 'S2']);
});

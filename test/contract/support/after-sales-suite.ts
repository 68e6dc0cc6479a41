import type { OdooVersion } from '../../../tools/services/odoo';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import { allowBilling, setUpAccounting } from './accounting';
import { describeCancellations } from './cancellations';
import { payment } from './payments';
import { record } from './recording';
import { describeRefunds } from './refunds';
import { openShop, type Protocol, type Shop } from './shop';

/** What comes after a sale, for each protocol of one real Odoo. */
export function describeAfterSales(version: OdooVersion, protocols: Protocol[]): void {
	describe(`After a sale in Odoo ${version}`, () => {
		let open: Shop;
		const shop = () => open;
		beforeAll(async () => {
			open = await openShop(version);
			await setUpAccounting(open);
		}, 1_800_000);
		afterAll(async () => await open?.server.stop());

		it('a refund without the right Billing is recorded for a person, who learns which right is missing', async () => {
			const client = await open.connect('xmlrpc');
			const order = payment([{ product: open.product(1000), quantity: 1, price: 100 }]);
			await record(client, [order]);
			const { mchid, out_trade_no, transaction_id, total_fen } = order.payment;
			const outcome = await recordRefund(
				client,
				{
					...{ mchid, out_trade_no, transaction_id, total_fen, refund_fen: 50 },
					...{ refund_id: `50${transaction_id}`, refund_status: 'SUCCESS', currency: 'CNY' },
				},
				{ creditNote: true, cancelWhenRefunded: true, dryRun: false },
			);
			expect(outcome).toMatchObject({
				status: 'needs_review',
				reason: expect.stringContaining('Billing'),
			});
		});

		describe('with the right Billing', () => {
			beforeAll(async () => await allowBilling(open));
			describe.each(protocols)('over %s', (protocol) => {
				describe('refunds', () => describeRefunds(shop, protocol));
				describe('orders', () => describeCancellations(shop, protocol));
			});
		});
	});
}

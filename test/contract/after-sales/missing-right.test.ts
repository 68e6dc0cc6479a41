import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import { setUpAccounting } from '../support/accounting';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { VERSIONS } from '../support/versions';

describe.each(VERSIONS)('Refunds without the right to write them in Odoo %s', (version) => {
	const shop = useShop(version, setUpAccounting);

	it('a refund without the right Billing is recorded for a person, who learns which right is missing', async () => {
		const client = await shop().connect('xmlrpc');
		const order = payment([{ product: shop().product(1000), quantity: 1, price: 100 }]);
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
			reason: expect.stringContaining('Accounting: Invoicing'),
		});
	});
});

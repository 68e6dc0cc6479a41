import { readRemittances } from '../../../../../lib/settlement/odoo/read-remittances';
import { recordReceipts } from '../../../../../lib/settlement/odoo/record-receipts';
import { options, payout, receipt, settledShop } from './settled-shop';

it('reads the register from the ledger; a payout without a receipt is not in it', async () => {
	const { odoo } = await settledShop();
	await recordReceipts(odoo, [payout(1000)], [receipt()], options);
	const other = { ...payout(1000), batch_id: 'B2' };
	const rows = await readRemittances(odoo, [payout(1000), other], options);
	expect(rows).toMatchObject([
		{
			...{ batch_id: 'B1', received: '839.00', received_date: '2026-11-24', rate: '84.0000' },
			...{ bank_reference: 'NEFT B1', orders: 2, settlement_fee: '0.00' },
		},
	]);
});

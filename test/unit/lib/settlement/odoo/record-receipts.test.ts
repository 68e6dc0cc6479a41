import { money } from '../../../../../lib/core/money';
import { recordReceipts } from '../../../../../lib/settlement/odoo/record-receipts';
import { readReceipt } from '../../../../../lib/settlement/receipt';
import { ledgerOf } from './odoo-with-ledger';
import { options, payout, receipt, settledShop } from './settled-shop';

it('divides a receipt among the orders of its payout, once', async () => {
	const { odoo, rows } = await settledShop();
	const outcome = await recordReceipts(odoo, [payout(1000)], [receipt()], options);
	expect(outcome.review).toEqual([]);
	expect(outcome.received).toMatchObject([
		{
			...{ status: 'recorded', matched_by: 'reference', batch_id: 'B1', rate: '84.0000' },
			...{ orders: 2, purpose_code: 'P0102', bank_charges: '1.00', bank_spread: '' },
			shares: [
				{ order: 'S1', transaction_id: '1', received: '629.25' },
				{ order: 'S2', transaction_id: '2', received: '209.75' },
			],
		},
	]);
	expect(ledgerOf(rows)).toHaveLength(6);
	const again = await recordReceipts(odoo, [payout(1000)], [receipt()], options);
	expect(again.received).toMatchObject([{ status: 'known', matched_by: 'known' }]);
	expect(ledgerOf(rows)).toHaveLength(6);
});

it('appends the correction of a receipt that names its payout', async () => {
	const { odoo } = await settledShop();
	await recordReceipts(odoo, [payout(1000)], [receipt()], options);
	const corrected = receipt({ amount: '840.00' });
	const { received } = await recordReceipts(odoo, [payout(1000)], [corrected], options);
	expect(received).toMatchObject([{ status: 'corrected', matched_by: 'reference' }]);
	expect(received[0]?.shares.map((share) => share.received)).toEqual(['630.00', '210.00']);
});

it('leaves a payout that differs from its statements for review, and what has no match', async () => {
	const { odoo, rows } = await settledShop();
	const stranger = readReceipt({
		...{ reference: 'RENT', date: '2026-11-24', amount: 1, currency: 'INR' },
	});
	const { received, review } = await recordReceipts(
		odoo,
		[payout(1100)],
		[receipt(), stranger],
		options,
	);
	expect(received).toEqual([]);
	expect(review).toMatchObject([
		{ receipt: { reference: 'RENT' } },
		{ payout: { batch_id: 'B1' }, difference: money(100, 'USD') },
	]);
	expect(ledgerOf(rows)).toHaveLength(2);
});

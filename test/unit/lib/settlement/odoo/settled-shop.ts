import { money } from '../../../../../lib/core/money';
import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
import type { Payout } from '../../../../../lib/settlement/payout';
import { rateTable } from '../../../../../lib/settlement/rate-table';
import { readReceipt } from '../../../../../lib/settlement/receipt';
import { entry } from '../entries';
import { odooWithLedger } from './odoo-with-ledger';

export const payout = (settled: number): Payout => ({
	...{ batch_id: 'B1', date: '2026-11-22', from: '2026-11-20', until: '2026-11-21' },
	settled: money(settled, 'USD'),
});
export const receipt = (more: object = {}) =>
	readReceipt({
		...{ reference: 'NEFT B1', date: '2026-11-24', currency: 'INR', charges: '1' },
		...{ amount: '839.00', ...more },
	});
export const options = {
	...{ tolerance: { days: 5, basisPoints: 100 }, purposeCode: 'P0102' },
	rates: rateTable([], 'INR'),
};

/** Two orders that were settled for 7.50 and 2.50 USD. */
export async function settledShop() {
	const shop = odooWithLedger();
	const settled = (id: string, amount: number) => ({
		entry: { ...entry(id, 'settled', money(amount, 'USD')), payout: '' },
		sale: { id: Number(id), name: `S${id}` },
	});
	await appendEntries(shop.odoo, [settled('1', 750), settled('2', 250)]);
	return shop;
}

import { money } from '../../../../lib/core/money';
import type { CheckedPayout } from '../../../../lib/settlement/payout';
import { readReceipt } from '../../../../lib/settlement/receipt';
import {
	orderShares,
	receiptEntries,
	receiptFromEntries,
} from '../../../../lib/settlement/receipt-entries';
import { entry } from './entries';

const payout = {
	...{ batch_id: 'B1', date: '2026-11-22', from: '2026-11-20', until: '2026-11-21' },
	settled: money(10000, 'USD'),
};
const net = (transaction_id: string, amount: number) => ({
	...{ mchid: '1900000001', transaction_id },
	net: amount,
});
const checked: CheckedPayout = {
	...{ payout, difference: 0, problem: '' },
	orders: [net('2', 2500), net('1', 7600), net('3', -100)],
};
const item = { reference: 'NEFT 1', date: '2026-11-24', amount: '8400.01', currency: 'INR' };

it('divides a receipt and its charges among the orders by what each was settled for', () => {
	const entries = receiptEntries(checked, readReceipt({ ...item, charges: '100' }));
	expect(entries.map(({ key, amount }) => [key, amount.amount])).toEqual([
		['1900000001_1_B1_received', 638401],
		['1900000001_1_B1_bank_charge', -7600],
		['1900000001_2_B1_received', 210000],
		['1900000001_2_B1_bank_charge', -2500],
		['1900000001_3_B1_received', -8400],
		['1900000001_3_B1_bank_charge', 100],
	]);
	expect(entries[0]).toMatchObject({
		...{ rate: '85.00010000', source: 'Receipt NEFT 1', date: '2026-11-24', payout: 'B1' },
		amount: { currency: 'INR' },
	});
});

it('writes no entry of charges where the bank charged nothing', () => {
	const legs = receiptEntries(checked, readReceipt(item)).map(({ leg }) => leg);
	expect(new Set(legs)).toEqual(new Set(['received']));
});

it('has no rate for a receipt of nothing', () => {
	const [first] = receiptEntries(checked, readReceipt({ ...item, amount: 0 }));
	expect(first).toMatchObject({ rate: '', amount: { amount: 0 } });
});

it('finds the receipt again in the entries that were made from it', () => {
	const receipt = readReceipt({ ...item, charges: '100' });
	expect(receiptFromEntries(receiptEntries(checked, receipt))).toEqual({
		...{ reference: 'NEFT 1', text: 'NEFT 1', date: '2026-11-24', document: receipt.document },
		...{ amount: receipt.amount, charges: receipt.charges },
	});
	const without = readReceipt(item);
	expect(receiptFromEntries(receiptEntries(checked, without))?.charges).toEqual(without.charges);
	expect(receiptFromEntries([entry('1', 'paid', money(1, 'CNY'))])).toBeUndefined();
});

it('adds up what each order got of a payout, corrections included', () => {
	const entries = [
		entry('1', 'received', money(5000, 'INR')),
		entry('2', 'received', money(100, 'INR')),
		entry('1', 'received', money(-10, 'INR')),
		entry('1', 'received', money(7, 'INR'), { payout: 'B2' }),
		entry('1', 'bank_charge', money(-3, 'INR')),
	];
	expect(orderShares(payout, entries)).toEqual([
		{ order: 'S1', transaction_id: '1', received: '49.90' },
		{ order: 'S2', transaction_id: '2', received: '1.00' },
	]);
});

import { money, type Money } from '../../../../lib/core/money';
import {
	acquirerPayoutEntries,
	acquirerPayouts,
} from '../../../../lib/settlement/acquirer-payout-entries';
import type { AcquirerPayoutRow } from '../../../../lib/settlement/acquirer-payout-row';

const row = (transaction_id: string, payout: Money, more: Partial<AcquirerPayoutRow> = {}) => ({
	...{ mchid: 'airwallex:acct_1', transaction_id, out_trade_no: 'SHOP1', date: '2026-11-21' },
	...{ paid: money(10_000, 'HKD'), settled: money(10_000, 'HKD'), fee: money(290, 'HKD') },
	...{ payout_id: 'PO1', payout_date: '2026-11-24', payout, document: 'abc' },
	...more,
});

it('of a row are four legs with the rates of the file, the last of the payout and its day', () => {
	const entries = acquirerPayoutEntries(row('int_1', money(1_241, 'USD')));
	expect(entries.map(({ key, leg, amount, rate, date }) => [key, leg, amount, rate, date])).toEqual(
		[
			['paid', 'paid', money(10_000, 'HKD'), '1.00000000', '2026-11-21'],
			['settled', 'settled', money(10_000, 'HKD'), '1.00000000', '2026-11-21'],
			['fee', 'fee', money(-290, 'HKD'), '1.00000000', '2026-11-21'],
			['PO1_paid_out', 'paid_out', money(1_241, 'USD'), '0.12780639', '2026-11-24'],
		].map(([key, ...rest]) => [`airwallex:acct_1_int_1_payment_${String(key)}`, ...rest]),
	);
	expect(entries.every(({ payout }) => payout === 'PO1')).toBe(true);
	const [refund] = acquirerPayoutEntries(row('int_1', money(-12, 'USD'), { refund_id: 'R1' }));
	expect(refund?.key).toBe('airwallex:acct_1_int_1_R1_paid');
});

it('of a file are its payouts, with what is of no order', () => {
	const later = { payout_id: 'PO2', payout_date: '2026-11-25' };
	const rows = [
		row('int_1', money(1_241, 'USD'), { date: '2026-11-20' }),
		row('int_2', money(100, 'USD')),
		row('', money(-500, 'USD'), { date: '2026-11-24' }),
		row('int_3', money(700, 'USD'), later),
	];
	expect(acquirerPayouts(rows)).toEqual([
		{
			...{ batch_id: 'PO1', mchid: 'airwallex:acct_1', settlement_date: '2026-11-24' },
			...{ trade_start_date: '2026-11-20', trade_end_date: '2026-11-24' },
			...{ currency: 'USD', settled_fen: 841, settled: '8.41', other_fen: -500 },
			acquirer_payout: true,
		},
		expect.objectContaining({ batch_id: 'PO2', settled_fen: 700, other_fen: 0 }),
	]);
	expect(acquirerPayouts([])).toEqual([]);
	expect(() => acquirerPayouts([...rows, row('int_4', money(1, 'HKD'))])).toThrow(
		'PO1 in USD and HKD',
	);
});

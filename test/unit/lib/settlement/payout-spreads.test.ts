import { money } from '../../../../lib/core/money';
import { payoutSpreads, sumOf } from '../../../../lib/settlement/payout-spreads';
import { ratioFrom } from '../../../../lib/settlement/ratio';
import { readReceipt } from '../../../../lib/settlement/receipt';
import { entry } from './entries';

const payout = {
	...{ batch_id: 'B1', date: '2026-11-22', from: '2026-11-20', until: '2026-11-21' },
	settled: money(13920, 'USD'),
};
const receipt = readReceipt({
	...{ reference: 'NEFT 1', date: '2026-11-24', amount: '11500', charges: '100', currency: 'INR' },
});
const RATES: Record<string, string> = { 'CNY USD': '0.1405', 'USD INR': '84' };
const rates = {
	home: 'INR',
	rate: (from: string, to: string) => {
		const text = RATES[`${from} ${to}`];
		return text === undefined ? undefined : ratioFrom(text);
	},
};
const ofPayment = [
	entry('1', 'paid', money(100000, 'CNY')),
	entry('1', 'settled', money(14000, 'USD')),
	entry('1', 'fee', money(-80, 'USD')),
	entry('1', 'paid', money(5000, 'CNY'), { date: '2026-11-19' }),
];

it('keeps the spread of WeChat, its fee and the spread of the bank apart', () => {
	expect(payoutSpreads(payout, receipt, ofPayment, rates)).toEqual({
		...{ paid: '1000.00', paid_currency: 'CNY', settlement_fee: '0.80' },
		...{ settlement_fee_currency: 'USD', acquirer_spread: '', acquirer_spread_percent: '' },
		...{ settlement_spread: '0.50', settlement_spread_percent: '0.36' },
		...{ bank_spread: '92.80', bank_spread_percent: '0.79' },
	});
});

it('is empty where there is nothing to compare with', () => {
	const none = { home: 'INR', rate: () => undefined };
	expect(payoutSpreads(payout, receipt, [], none)).toEqual({
		...{ paid: '', paid_currency: '', settlement_fee: '0.00' },
		...{ settlement_fee_currency: 'USD', acquirer_spread: '', acquirer_spread_percent: '' },
		...{ settlement_spread: '', settlement_spread_percent: '' },
		...{ bank_spread: '', bank_spread_percent: '' },
	});
	expect(payoutSpreads(payout, receipt, ofPayment, none)).toMatchObject({
		...{ paid: '1000.00', settlement_spread: '' },
	});
});

it('adds entries up in their currency', () => {
	expect(sumOf(ofPayment.slice(1, 3))).toEqual(money(13920, 'USD'));
	expect(sumOf([])).toBeUndefined();
});

it("tells an acquirer's conversion from WeChat's and the bank's, by the payout that the entries name", () => {
	const of = { payout: 'PO1', date: '2026-11-19' };
	const entries = [
		entry('1', 'paid', money(100000, 'HKD'), of),
		entry('1', 'settled', money(100000, 'HKD'), of),
		entry('1', 'fee', money(-2900, 'HKD'), of),
		entry('1', 'paid_out', money(12400, 'USD'), of),
		entry('1', 'paid_out', money(99, 'USD'), { ...of, payout: 'PO2' }),
	];
	const acquirer = { ...payout, batch_id: 'PO1', acquirer: { other: 0 } };
	const eight = { home: 'INR', rate: (from: string) => ratioFrom(from === 'HKD' ? '0.128' : '85') };
	expect(payoutSpreads(acquirer, receipt, entries, eight)).toMatchObject({
		...{ paid: '1000.00', settlement_fee: '29.00', settlement_fee_currency: 'HKD' },
		...{ acquirer_spread: '0.29', acquirer_spread_percent: '0.23' },
	});
});

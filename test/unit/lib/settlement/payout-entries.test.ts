import fc from 'fast-check';

import { toDecimal, money } from '../../../../lib/core/money';
import { payoutEntries, readBookedPayout } from '../../../../lib/settlement/payout-entries';
import { ratioFrom } from '../../../../lib/settlement/ratio';

const RATES: Record<string, string> = { CNY: '11.8', USD: '84', INR: '1' };
const row = (paid: number, settled: number, fee: number, received: number, charges: number) => ({
	...{ batch_id: 'B1', settlement_date: '2026-11-22', received_date: '2026-11-25' },
	...{ paid: toDecimal(money(paid, 'CNY')), paid_currency: 'CNY' },
	...{ settled: toDecimal(money(settled, 'USD')), settled_currency: 'USD' },
	settlement_fee: toDecimal(money(fee, 'USD')),
	...{ received: toDecimal(money(received, 'INR')), received_currency: 'INR' },
	bank_charges: toDecimal(money(charges, 'INR')),
});
const entries = (...amounts: [number, number, number, number, number]) =>
	payoutEntries(row(...amounts), 'INR', (currency) => ratioFrom(RATES[currency] ?? '1'));

describe('the entries of a payout', () => {
	it('lead from the clearing account over the transit account to the bank', () => {
		const [settled, received] = entries(720_00, 100_00, 60, 8_350_00, 50_00);
		const shown = ({ role, amount, balance }: NonNullable<typeof settled>['lines'][0]) =>
			`${role} ${toDecimal(amount)} ${amount.currency} = ${toDecimal(balance)}`;
		expect(settled?.lines.map(shown)).toEqual([
			'clearing -720.00 CNY = -8496.00',
			'transit 100.00 USD = 8400.00',
			'fee 0.60 USD = 50.40',
			'difference 45.60 INR = 45.60',
		]);
		expect(received?.lines.map(shown)).toEqual([
			'transit -100.00 USD = -8400.00',
			'bank 8350.00 INR = 8350.00',
			'charges 50.00 INR = 50.00',
		]);
	});

	it('always come to nothing', () => {
		const amount = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
		fc.assert(
			fc.property(amount, amount, amount, amount, amount, (...amounts) => {
				for (const { lines } of entries(...amounts)) {
					expect(lines.reduce((sum, { balance }) => sum + balance.amount, 0)).toBe(0);
				}
			}),
		);
	});
});

describe('reading a received payout', () => {
	const booked = row(720_00, 100_00, 60, 8_350_00, 50_00);

	it('takes its own fields', () => {
		const withFee = { ...booked, settlement_fee_currency: 'HKD' };
		expect(readBookedPayout({ ...withFee, status: 'recorded' })).toEqual(withFee);
	});

	it('takes the fee of an older item in the settled currency', () => {
		expect(readBookedPayout(booked)).toEqual({ ...booked, settlement_fee_currency: 'USD' });
	});

	it('names missing fields', () => {
		expect(() => readBookedPayout({ ...booked, paid: '', received_date: 20261125 })).toThrow(
			expect.objectContaining({
				code: 'NOT_A_REMITTANCE',
				message: 'This item is not a received payout: check paid, received_date.',
			}),
		);
	});
});

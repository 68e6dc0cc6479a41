import fc from 'fast-check';

import { money } from '../../../../lib/core/money';
import { readAcquirerPayoutRow } from '../../../../lib/settlement/acquirer-payout-row';

const MCHID = 'airwallex:acct_1';
const ROW = {
	...{ transaction_id: 'int_1', date: '2026-11-21', paid: '100.00', currency: 'HKD' },
	...{ payout_id: 'PO1', payout_date: '2026-11-24' },
};
const read = (more: object = {}) => readAcquirerPayoutRow({ ...ROW, ...more }, MCHID);

it('takes legs that the file leaves out from the one before', () => {
	expect(read()).toMatchObject({
		...{ mchid: MCHID, transaction_id: 'int_1', out_trade_no: 'int_1', date: '2026-11-21' },
		...{ paid: money(10_000, 'HKD'), settled: money(10_000, 'HKD'), fee: money(0, 'HKD') },
		...{ payout_id: 'PO1', payout_date: '2026-11-24', payout: money(10_000, 'HKD') },
	});
	const chain = { settled: '51.00', settled_currency: 'AED', fee: 1.5 };
	expect(read({ currency: 'CNY', ...chain })).toMatchObject({
		...{ paid: money(10_000, 'CNY'), settled: money(5_100, 'AED'), fee: money(150, 'AED') },
		payout: money(4_950, 'AED'),
	});
	expect(read({ fee: '2.90', payout: '12.41', payout_currency: 'usd' })).toMatchObject({
		...{ settled: money(10_000, 'HKD'), fee: money(290, 'HKD'), payout: money(1_241, 'USD') },
	});
});

it('reads amounts without and with three decimals', () => {
	const yen = read({ paid: '10,000', currency: 'JPY', payout: '1.234', payout_currency: 'KWD' });
	expect(yen).toMatchObject({ paid: money(10_000, 'JPY'), payout: money(1_234, 'KWD') });
	expect(() => read({ paid: '1.5', currency: 'JPY' })).toThrow(/check paid/);
});

it('keeps what is of no order for the payout only', () => {
	const other = { payout_id: 'PO1', payout_date: '2026-11-24', payout: '-5.00' };
	expect(readAcquirerPayoutRow({ ...other, payout_currency: 'USD' }, MCHID)).toMatchObject({
		...{ transaction_id: '', date: '2026-11-24', payout: money(-500, 'USD') },
	});
});

it.each<[string, object]>([
	['paid', { paid: '' }],
	['paid', { refund_id: 'R1' }],
	['paid', { paid: '-1.00' }],
	['settled', { settled_currency: 'AED' }],
	['payout', { payout_currency: 'USD' }],
	['payout_id', { payout_id: '' }],
	['payout_date', { payout_date: '24.11.2026' }],
	['date', { date: undefined }],
	['currency', { currency: 'Hong Kong dollars' }],
])('names %s when it is wrong', (field, more) => {
	expect(() => read(more)).toThrow(
		expect.objectContaining({
			code: 'NOT_A_PAYOUT_ROW',
			message: expect.stringContaining(field),
		}),
	);
});

it('needs to know whose orders they are', () => {
	expect(() => readAcquirerPayoutRow(ROW, '')).toThrow(/check mchid/);
	expect(readAcquirerPayoutRow({ ...ROW, mchid: 'stripe:acct_2' }, MCHID).mchid).toBe(
		'stripe:acct_2',
	);
});

it('has the same hash for the same row, and another for any other', () => {
	expect(read().document).toBe(read().document);
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e9 }), (amount) => {
			const paid = (amount / 100).toFixed(2);
			expect(read({ paid }).document === read().document).toBe(amount === 10_000);
		}),
	);
});

import { money } from '../../../../lib/core/money';
import { matchReceipts } from '../../../../lib/settlement/match-receipts';
import type { Payout } from '../../../../lib/settlement/payout';
import { ratioFrom } from '../../../../lib/settlement/ratio';
import { readReceipt } from '../../../../lib/settlement/receipt';

const payout = (batch_id: string, date: string, settled: number): Payout => ({
	batch_id,
	date,
	from: date,
	until: date,
	settled: money(settled, 'USD'),
});
const receipt = (reference: string, date: string, amount: string, more: object = {}) =>
	readReceipt({ reference, date, amount, currency: 'INR', ...more });
const TOLERANCE = {
	days: 5,
	basisPoints: 200,
	rate: (from: string) => (from === 'USD' ? ratioFrom('85') : undefined),
};
const [A, B] = [payout('B1', '2026-11-22', 100000), payout('B2', '2026-11-24', 200000)];

describe('matching receipts with payouts', () => {
	it('goes by the batch number in the text, whatever the amount', () => {
		const one = receipt('NEFT 77', '2026-12-30', '1.00', { narration: 'TENCENT/B2/USD' });
		const { matches, unmatched } = matchReceipts([A, B], [one], TOLERANCE);
		expect(matches).toEqual([{ payout: B, receipt: one, by: 'reference' }]);
		expect(unmatched).toEqual([{ payout: A, reason: expect.stringContaining('no receipt yet') }]);
	});

	it('converts each pair at the rate of its own currencies and day', () => {
		const rates: Record<string, string> = { 'USD INR': '85', 'GBP INR': '110', 'USD AED': '3.67' };
		const rate = (from: string, to: string) => {
			const text = rates[`${from} ${to}`];
			return text === undefined ? undefined : ratioFrom(text);
		};
		const pounds = { ...payout('B3', '2026-11-22', 0), settled: money(50000, 'GBP') };
		const dirhams = receipt('AE', '2026-11-26', '7340', { currency: 'AED' });
		const receipts = [
			receipt('UK', '2026-11-23', '55000'),
			dirhams,
			receipt('US', '2026-11-23', '85000'),
		];
		const { matches } = matchReceipts([A, pounds, B], receipts, { ...TOLERANCE, rate });
		expect(
			matches.map(({ payout: { batch_id }, receipt: { reference } }) => [batch_id, reference]),
		).toEqual([
			['B3', 'UK'],
			['B2', 'AE'],
			['B1', 'US'],
		]);
	});

	it.each(['po_1PqABC', '86b69f91-06f0-3fe8', 'PO-CNY-HKD'])(
		'finds the number %s of an acquirer in a text, with its signs and without',
		(number) => {
			const own = payout(number, '2026-11-22', 100000);
			const bare = number.replace(/[^A-Za-z0-9]/g, '');
			for (const text of [`NEFT ${number}/USD`, `NEFT ${bare}`, number]) {
				const one = receipt(text, '2026-12-30', '1.00');
				expect(matchReceipts([own, B], [one], TOLERANCE).matches).toMatchObject([
					{ payout: own, by: 'reference' },
				]);
			}
			for (const text of [`X${number}`, `${bare}7`, number.slice(0, -1)]) {
				const one = receipt(text, '2026-12-30', '1.00');
				expect(matchReceipts([own, B], [one], TOLERANCE).matches).toEqual([]);
			}
		},
	);

	it('does not find a number within a longer one', () => {
		const one = receipt('AB12', '2026-12-30', '1.00');
		expect(matchReceipts([A], [one], TOLERANCE).matches).toEqual([]);
	});

	it('goes by amount and date within the tolerance, charges counted in', () => {
		const one = receipt('X', '2026-11-25', '84,500.00', { charges: '500' });
		const { matches, unmatched } = matchReceipts([A, B], [one], TOLERANCE);
		expect(matches).toEqual([{ payout: A, receipt: one, by: 'amount' }]);
		expect(unmatched).toHaveLength(1);
	});

	it('goes by the original amount where the bank tells it', () => {
		const original = { original_amount: '1000.00', original_currency: 'USD' };
		const one = receipt('X', '2026-11-22', '1.00', original);
		expect(matchReceipts([A, B], [one], { days: 0, basisPoints: 0 }).matches).toHaveLength(1);
	});

	it.each([
		['too early', '2026-11-21', '85000'],
		['too late', '2026-11-28', '85000'],
		['too little', '2026-11-23', '83299.99'],
	])('leaves one that is %s to a person', (_, date, amount) => {
		const { matches, unmatched } = matchReceipts([A], [receipt('X', date, amount)], TOLERANCE);
		expect(matches).toEqual([]);
		expect(unmatched.map(({ reason }) => reason)).toEqual([
			expect.stringContaining('No WeChat payout matches'),
			expect.stringContaining('Payout B1'),
		]);
	});

	it('guesses nothing: two payouts for one receipt, or two receipts for one payout', () => {
		const twin = payout('B3', '2026-11-23', 100000);
		const one = receipt('X', '2026-11-24', '85000');
		const two = receipt('Y', '2026-11-24', '85001');
		const manyPayouts = matchReceipts([A, twin], [one], TOLERANCE);
		expect(manyPayouts.matches).toEqual([]);
		expect(manyPayouts.unmatched[0]?.reason).toContain('matches more than one payout: B1, B3');
		const manyReceipts = matchReceipts([A], [one, two], TOLERANCE);
		expect(manyReceipts.matches).toEqual([]);
		expect(manyReceipts.unmatched).toHaveLength(3);
	});
});

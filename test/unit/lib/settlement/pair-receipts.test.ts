import { money } from '../../../../lib/core/money';
import { pairReceipts } from '../../../../lib/settlement/pair-receipts';
import { readReceipt } from '../../../../lib/settlement/receipt';

const payout = (batch_id: string, settled = 100_000) => ({
	...{ batch_id, date: '2026-11-22', from: '2026-11-21', until: '2026-11-21' },
	settled: money(settled, 'USD'),
});
const receipt = (reference: string, more: object = {}) =>
	readReceipt({
		...{ reference, date: '2026-11-24', amount: '84000.00', currency: 'INR' },
		...{ original_amount: '1000.00', original_currency: 'USD', ...more },
	});
const TOLERANCE = { days: 5, basisPoints: 0 };
const pair = (
	payouts: Array<ReturnType<typeof payout>>,
	receipts: Array<ReturnType<typeof receipt>>,
	received: Array<[string, Set<string>]> = [],
) => {
	const { pairs, unmatched } = pairReceipts(payouts, receipts, new Map(received), TOLERANCE);
	return {
		pairs: pairs.map((one) => [one.payout.batch_id, one.receipt.reference, one.by]),
		unmatched: unmatched.map((one) => one.payout?.batch_id ?? one.receipt?.reference),
	};
};

describe('pairing receipts with payouts', () => {
	it('knows again what the ledger has, whatever else would fit', () => {
		const [first, second] = [receipt('NEFT 1'), receipt('NEFT 2')];
		const known: [string, Set<string>] = ['A', new Set([first.document])];
		expect(pair([payout('A'), payout('B')], [first, second], [known])).toEqual({
			pairs: [
				['A', 'NEFT 1', 'known'],
				['B', 'NEFT 2', 'amount'],
			],
			unmatched: [],
		});
	});

	it('never takes a recorded receipt for another payout', () => {
		const first = receipt('NEFT 1');
		const known: [string, Set<string>] = ['A', new Set([first.document])];
		expect(pair([payout('B')], [first], [known])).toEqual({ pairs: [], unmatched: ['B'] });
	});

	it('gives a received payout another receipt only when that names it', () => {
		const known: [string, Set<string>] = ['A', new Set(['gone'])];
		expect(pair([payout('A')], [receipt('NEFT 9')], [known])).toEqual({
			pairs: [],
			unmatched: ['NEFT 9'],
		});
		expect(pair([payout('A')], [receipt('NEFT A corrected')], [known]).pairs).toEqual([
			['A', 'NEFT A corrected', 'reference'],
		]);
	});
});

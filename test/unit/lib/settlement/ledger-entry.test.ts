import fc from 'fast-check';

import { money } from '../../../../lib/core/money';
import { recordStatus, type LedgerEntry } from '../../../../lib/settlement/ledger-entry';
import { ledger } from './ledger';

const entry = (amount: number, document: string): LedgerEntry => ({
	key: 'K',
	mchid: '1900000001',
	transaction_id: '42',
	leg: 'settled',
	amount: money(amount, 'USD'),
	rate: '0.14',
	source: 'WeChat statement 2026-11-21',
	document,
	date: '2026-11-21',
});

describe('appending to the ledger', () => {
	it('appends once, then differences, and nothing for a document it has seen', () => {
		const book = ledger();
		expect(book.append([entry(100, 'a')])).toBe(1);
		expect(book.append([entry(100, 'a')])).toBe(0);
		expect(book.append([entry(90, 'b')])).toBe(1);
		expect(book.append([entry(100, 'a'), entry(90, 'b'), entry(90, 'c')])).toBe(0);
		expect(book.entries.map(({ amount, sequence }) => [amount.amount, sequence])).toEqual([
			[100, 1],
			[-10, 2],
		]);
	});

	it('keeps an entry of nothing, so that the order counts as settled', () => {
		const book = ledger();
		expect(book.append([entry(0, 'a')])).toBe(1);
		expect(book.append([entry(0, 'a')])).toBe(0);
	});

	it('ends at what the newest document says, however often each is recorded', () => {
		const documents = fc.array(fc.integer({ min: -1000, max: 1000 }), {
			minLength: 1,
			maxLength: 6,
		});
		fc.assert(
			fc.property(documents, fc.nat(3), (amounts, repeats) => {
				const book = ledger();
				for (const [index, amount] of amounts.entries()) {
					for (let time = 0; time <= repeats; time += 1) book.append([entry(amount, `d${index}`)]);
				}
				const before = book.entries.length;
				for (const [index, amount] of amounts.entries()) {
					// An amount that was there already left no entry of its own document.
					if (book.entries.some(({ document }) => document === `d${index}`)) {
						book.append([entry(amount, `d${index}`)]);
					}
				}
				expect(book.entries).toHaveLength(before);
				expect(book.sum(() => true)).toBe(amounts.at(-1));
			}),
		);
	});
});

it.each([
	[[], 'known'],
	[[1, 1], 'recorded'],
	[[1, 2], 'corrected'],
])('appending %j means %s', (sequences, status) => {
	expect(recordStatus(sequences)).toBe(status);
});

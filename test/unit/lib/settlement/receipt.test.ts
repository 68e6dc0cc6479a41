import { readReceipt } from '../../../../lib/settlement/receipt';

const given = { reference: 'NEFT 1', date: '2026-11-21', amount: '84,000.50', currency: 'inr' };

it('reads amounts with commas, charges, the original amount and a narration', () => {
	const more = { charges: 500, original_amount: '1000', original_currency: 'USD' };
	expect(readReceipt({ ...given, ...more, narration: 'TENCENT' })).toMatchObject({
		...{ reference: 'NEFT 1', text: 'NEFT 1 TENCENT', date: '2026-11-21' },
		amount: { amount: 8400050, currency: 'INR' },
		charges: { amount: 50000, currency: 'INR' },
		original: { amount: 100000, currency: 'USD' },
	});
	expect(readReceipt(given)).toMatchObject({ charges: { amount: 0, currency: 'INR' } });
	expect(readReceipt(given)).not.toHaveProperty('original');
});

it.each([
	[{ date: '21/11/2026', amount: '1.005', currency: 'INR' }, 'reference, date, amount'],
	[{ reference: 1, date: '2026-11-21', amount: 1 }, 'currency'],
	[{ ...given, original_amount: '1000' }, 'original_currency'],
	[{ ...given, charges: 'none' }, 'charges'],
	[{ ...given, date: '2026-13-01' }, 'date'],
])('names what is wrong: %j', (item, fields) => {
	expect(() => readReceipt(item)).toThrow(
		expect.objectContaining({
			code: 'NOT_A_RECEIPT',
			message: `This item is not a bank receipt: check ${fields}.`,
		}),
	);
});

it('gives the same receipt the same hash', () => {
	const [one, same, other] = ['1', '1.00', '1.01'].map((amount) =>
		readReceipt({ ...given, amount }),
	);
	expect(one?.document).toBe(same?.document);
	expect(one?.document).not.toBe(other?.document);
});

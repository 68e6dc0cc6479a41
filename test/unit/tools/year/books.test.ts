import { monthBooks } from '../../../../tools/year/books';

const paid = (transaction_id: string, refunded = false) => ({
	transaction_id,
	total: 9900,
	refunded,
});
/** Statements of so many fen, all in the ledger. */
const settled = (fen: number, open = 0) => ({
	...{ moved: fen, in_ledger: fen, not_settled: 0, open },
});
const order = (client_order_ref: string, state = 'sale', amount_total = 99) => ({
	...{ client_order_ref, state, amount_total },
});

test('a month agrees when each payment has one order of its amount, and each refund a cancelled one', () => {
	expect(
		monthBooks(
			'2028-02',
			[paid('1'), paid('2', true)],
			[order('1'), order('2', 'cancel')],
			settled(9900),
		),
	).toEqual({
		...{ month: '2028-02', payments: 2, refunds: 1, in_wechat: 9900, in_odoo: 9900 },
		...{ lost: 0, doubled: 0, wrong: 0, ...settled(9900), agrees: true },
	});
});

test.each([
	['lost', [], 0],
	['doubled', [order('1'), order('1')], 0],
	['wrong', [order('1', 'draft')], 0],
	['wrong', [order('1', 'sale', 98.99)], 0],
	['open', [order('1')], 1],
] as const)('a month with something %s does not agree', (what, orders, open) => {
	const books = monthBooks('2028-02', [paid('1')], [...orders], settled(9900, open));
	expect(books[what]).toBe(1);
	expect(books.agrees).toBe(false);
});

test('a refunded order that is still sold is wrong', () => {
	expect(monthBooks('2028-02', [paid('1', true)], [order('1')], settled(0))).toMatchObject({
		...{ wrong: 1, in_wechat: 0, in_odoo: 9900, agrees: false },
	});
});

test.each([{ in_ledger: 9899 }, { not_settled: 1 }])(
	'a month whose statements are not in the ledger does not agree: %j',
	(wrong) => {
		const found = { ...settled(9900), ...wrong };
		expect(monthBooks('2028-02', [paid('1')], [order('1')], found).agrees).toBe(false);
	},
);

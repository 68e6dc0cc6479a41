import { readStatementRow } from '../../../../lib/settlement/statement-row';

const payment = {
	...{ trade_state: 'SUCCESS', mchid: '1900000001', transaction_id: '42', out_trade_no: 'SHOP1' },
	...{ trade_time: '2026-11-21T10:00:00+08:00', bill: { sha1: 'abc' } },
	...{ currency: 'CNY', total_fen: 9900, payer_currency: 'CNY', payer_total_fen: 9800 },
	...{ settlement_currency: 'USD', settlement_total_fen: 1386, fee_fen: 8 },
};
const refund = {
	...payment,
	...{ trade_state: 'REFUND', refund_status: 'SUCCESS', refund_id: '50' },
	...{ refund_fen: 900, payer_refund_fen: 890, payer_refund_currency: 'CNY' },
	...{ settlement_refund_fen: 126, fee_fen: -1 },
};

it('reads a payment', () => {
	expect(readStatementRow({ ...payment, discount: '1.00' })).toEqual({
		...{ kind: 'payment', mchid: '1900000001', transaction_id: '42', out_trade_no: 'SHOP1' },
		...{ date: '2026-11-21', document: 'abc' },
		paid: { amount: 9800, currency: 'CNY' },
		settled: { amount: 1386, currency: 'USD' },
		fee: { amount: 8, currency: 'USD' },
		converted: {
			from: { amount: 9800, currency: 'CNY' },
			to: { amount: 1386, currency: 'USD' },
		},
	});
});

it('reads a refund with negative amounts, and leaves out one that failed', () => {
	expect(readStatementRow({ ...refund, discount_refund: '0.10' })).toMatchObject({
		...{ kind: 'refund', refund_id: '50' },
		paid: { amount: -890, currency: 'CNY' },
		settled: { amount: -126, currency: 'USD' },
		fee: { amount: -1, currency: 'USD' },
		converted: { from: { amount: -890 }, to: { amount: -126 } },
	});
	for (const refund_status of ['FAIL', 'CLOSED']) {
		expect(readStatementRow({ ...refund, refund_status })).toBeUndefined();
	}
	expect(readStatementRow({ ...refund, refund_status: 'PROCESSING' })).toBeDefined();
});

it('converts what the wallet paid where the price is in the settlement currency', () => {
	const priced = { ...payment, currency: 'USD', total_fen: 1400, discount: '0.10', coupon: '0.05' };
	expect(readStatementRow(priced)?.converted).toEqual({
		from: { amount: 9800, currency: 'CNY' },
		to: { amount: 1385, currency: 'USD' },
	});
});

it.each([
	[{}, 'trade_state, currency, settlement_currency, total_fen'],
	[{ ...payment, bill: {} }, 'check bill.sha1'],
	[{ ...payment, discount: 'some' }, 'check discount'],
	[{ ...payment, total_fen: '99.00' }, 'check total_fen'],
	[{ ...refund, refund_id: undefined }, 'check refund_id'],
])('names what is wrong: %j', (item, fields) => {
	expect(() => readStatementRow(item)).toThrow(
		expect.objectContaining({
			code: 'NOT_A_STATEMENT_ROW',
			message: expect.stringContaining(fields),
		}),
	);
});

import { readBillRow, readBillRows } from '../../../../lib/reconciliation/bill-row';
import { number, pay, payItem, refund } from './day';

it('reads payments and refunds', () => {
	expect(pay(1)).toMatchObject({ kind: 'payment', amount: { amount: 19900, currency: 'CNY' } });
	expect(pay(1)).not.toHaveProperty('refund_id');
	expect(refund(1)).toMatchObject({
		...{ kind: 'refund', refund_id: '501', out_refund_no: 'R1', progress: 'refunded' },
		amount: { amount: 100, currency: 'CNY' },
	});
	const revoked = { refund_id: undefined, out_refund_no: undefined, refund_fen: undefined };
	expect(refund(1, { ...revoked, trade_state: 'REVOKED' })).toMatchObject({
		...{ kind: 'revoked', transaction_id: number(1), amount: { amount: 0 } },
	});
});

it('reads the published bill of an older layout, in yuan where it names no currency', () => {
	const older = { ...payItem(1), total_fen: undefined, currency: undefined };
	const { amount } = readBillRow({ ...older, settlement_total_fen: 7 });
	expect(amount).toEqual({ amount: 7, currency: 'CNY' });
});

it.each([
	[{ trade_state: 'SUCCESS' }, 'mchid, transaction_id, out_trade_no, total_fen'],
	[{ ...payItem(1), trade_state: 'NOTPAY' }, 'trade_state'],
	[{ ...payItem(1), total_fen: '199.00' }, 'total_fen'],
	[{ ...payItem(1), trade_state: 'REFUND' }, 'refund_fen, refund_id, out_refund_no'],
])('refuses what is no bill: %j', (item, fields) => {
	expect(() => readBillRow(item)).toThrow(
		expect.objectContaining({
			code: 'NOT_A_BILL_ROW',
			message: `This item is not a row of a bill: check ${fields}.`,
		}),
	);
});

it('keeps a row that cannot be read from stopping the rest of the day', () => {
	const rows = [
		payItem(1),
		{ ...payItem(2), total_fen: '199.00', bill_row: 2 },
		{ bill: { date: '2026-11-21' } },
		{ problem: 'An amount in the file cannot be read.', bill_row: 3, out_trade_no: 'SHOP3' },
		{ ...payItem(4), trade_state: 'NOTPAY' },
	];
	const { bill, unreadable } = readBillRows(rows);
	expect(bill.map(({ out_trade_no }) => out_trade_no)).toEqual(['SHOP1']);
	expect(unreadable).toEqual([
		{
			...{ row: 2, transaction_id: number(2), out_trade_no: 'SHOP2' },
			reason: 'This item is not a row of a bill: check total_fen.',
		},
		{
			...{ row: 3, transaction_id: '', out_trade_no: 'SHOP3' },
			reason: 'An amount in the file cannot be read.',
		},
		expect.objectContaining({ row: 0, out_trade_no: 'SHOP4' }),
	]);
});

it('reads an order of another day without an amount, and leaves movements of money to the ledger', () => {
	const names = { mchid: 'wxshop', transaction_id: '371', out_trade_no: '371' };
	const { bill, unreadable } = readBillRows([
		{ ...names, trade_state: 'OTHER_DAY' },
		{ ...names, trade_state: 'FLOW', flow: { fen: 5 } },
	]);
	expect(bill).toMatchObject([{ ...names, kind: 'other_day' }]);
	expect(unreadable).toEqual([]);
});

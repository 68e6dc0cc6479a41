import { readBillRow } from '../../../../lib/reconciliation/bill-row';
import { pay, payItem, refund } from './day';

it('reads payments and refunds', () => {
	expect(pay(1)).toMatchObject({ kind: 'payment', amount: { amount: 19900, currency: 'CNY' } });
	expect(pay(1)).not.toHaveProperty('refund_id');
	expect(refund(1)).toMatchObject({
		...{ kind: 'refund', refund_id: '501', out_refund_no: 'R1', refund_status: 'SUCCESS' },
		amount: { amount: 100, currency: 'CNY' },
	});
	expect(refund(1, { trade_state: 'REVOKED' }).kind).toBe('refund');
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

import { orderFunds } from '../../../../../lib/wechat-shop/funds/order-funds';

it('reads the published row of a settled order', () => {
	const flow = { order_settle_state: 60, mch_received_amount: 299_700, expense_amount: 5994 };
	expect(orderFunds({ ...flow, mch_settle_amount: 293_706 })).toMatchObject({
		...{ settled: true, received_fen: 299_700, expenses_fen: 5994 },
		...{ settle_fen: 293_706, settle: '2937.06', refunded_fen: 0 },
	});
	expect(orderFunds({ order_settle_state: 1 }).settled).toBe(false);
});

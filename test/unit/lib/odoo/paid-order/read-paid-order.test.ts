import { readPaidOrder } from '../../../../../lib/odoo/paid-order/read-paid-order';
import { paidOrder } from './orders';

const item = (change: Record<string, unknown> = {}) => {
	const { payment, mapping } = paidOrder();
	return { ...payment, mapping, trade_state: 'SUCCESS', ...change };
};

it('reads what an order needs, and nothing else', () => {
	const order = readPaidOrder(
		item({ payer: { openid: 'o1' }, amount: { currency: 'CNY', total: 24800 }, attach: 'x' }),
	);
	expect(order.payment).toEqual({
		...paidOrder().payment,
		payer: { openid: 'o1' },
		amount: { currency: 'CNY' },
	});
	expect(order.mapping?.lines).toHaveLength(2);
});

it('takes a payment without mapping, payer and lines: it was paid all the same', () => {
	const bare = readPaidOrder(item({ mapping: undefined, lines: undefined, lines_problem: 'none' }));
	expect(bare.payment).toMatchObject({ lines: [], lines_problem: 'none' });
	expect(bare).not.toHaveProperty('mapping');
});

it.each([
	['mchid', ''],
	['transaction_id', undefined],
	// A 28-digit id that has become a number has lost its last digits.
	['transaction_id', 4.2000027612026112e27],
	['out_trade_no', null],
	['total_fen', '24800'],
	['total_fen', 248.5],
	['total_fen', 0],
	['trade_state', 'REFUND'],
	['trade_state', 'NOTPAY'],
	['mapping', 'mapped'],
	['mapping', { status: 'mapped', lines: [] }],
	['mapping', { status: 'mapped', lines: [{ product_id: 1.5, quantity: 1 }] }],
	['mapping', { status: 'mapped', lines: [{ product_id: 1, quantity: 0 }] }],
	['mapping', { status: 'mapped', lines: [{ product_id: 1, quantity: 1, unit_price_fen: 0.1 }] }],
])('names %s when it is %p', (field, value) => {
	expect(() => readPaidOrder(item({ [field]: value }))).toThrow(
		expect.objectContaining({
			code: 'NOT_A_PAYMENT',
			message: expect.stringContaining(field),
		}),
	);
});

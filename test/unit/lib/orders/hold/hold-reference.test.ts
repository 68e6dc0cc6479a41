import { asHold, holdExpiry, holdReference } from '../../../../../lib/orders/hold/hold-reference';
import { readHoldOrder } from '../../../../../lib/orders/hold/read-hold-order';
import { orderExternalId } from '../../../../../lib/orders/model/paid-order';

const ORDER = { mchid: '1900000001', out_trade_no: 'SHOP1', total_fen: 100 };

const nameOf = (out_trade_no: string) =>
	orderExternalId(asHold(readHoldOrder({ ...ORDER, out_trade_no })));

it('tells when a hold ends, to people and to itself', () => {
	const expires = Date.parse('2026-11-22T15:30:00Z');
	expect(holdReference(expires)).toBe('WeChat hold until 2026-11-22 15:30:00 UTC');
	expect(holdExpiry(holdReference(expires))).toBe(expires);
});

it.each(['', '4200002761202611221234567890', 'WeChat hold until tomorrow', 'PO 7'])(
	'takes "%s" for no hold',
	(reference) => expect(holdExpiry(reference)).toBeUndefined(),
);

it('gives every order number of a shop an external id of its own', () => {
	expect(nameOf('SHOP1')).toBe('wechat_pay.1900000001_hold-SHOP1');
	const numbers = ['A|B', 'A*B', 'A_B', 'A@B', 'A-B', 'A_7c_B'];
	expect(new Set(numbers.map(nameOf)).size).toBe(numbers.length);
	for (const number of numbers) expect(nameOf(number)).toMatch(/^wechat_pay\.[A-Za-z0-9_-]+$/);
});

it('reads an order before its payment, and names what is wrong with one', () => {
	const order = readHoldOrder({ ...ORDER, trade_state: 'NOTPAY' });
	expect(order.payment).toMatchObject({ out_trade_no: 'SHOP1', total_fen: 100 });
	const wrong = () => readHoldOrder({ ...ORDER, total_fen: '1.00', out_trade_no: 7 });
	expect(wrong).toThrow(
		expect.objectContaining({
			code: 'NOT_AN_ORDER',
			message: expect.stringContaining('out_trade_no, total_fen'),
		}),
	);
});

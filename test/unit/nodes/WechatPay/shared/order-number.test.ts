import { orderKey, orderNumber } from '../../../../../nodes/WechatPay/shared/order-number';
import { withParameters } from '../../support/parameters';

const key = (parameters: object) =>
	orderKey(withParameters({ lookUpBy: 'out_trade_no', ...parameters }), 0);

it('names an order by either of its numbers, with the merchant of a service provider', () => {
	expect(key({ orderNumber: ' SHOP-1 ' })).toEqual({ out_trade_no: 'SHOP-1' });
	const of = { lookUpBy: 'transaction_id', orderNumber: '4200001', subMchid: '1900000101' };
	expect(key(of)).toEqual({ transaction_id: '4200001', sub_mchid: '1900000101' });
});

it.each(['', 'short', 4200001234567890, 'a b c d e', 'x'.repeat(33), undefined])(
	'refuses %p, which is not text of 6 to 32 letters and digits',
	(number) => {
		expect(() => orderNumber(withParameters({ orderNumber: number }), 0)).toThrow(
			expect.objectContaining({ code: 'WECHAT_ORDER_NUMBER_INVALID' }),
		);
	},
);

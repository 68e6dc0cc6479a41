import { refundNumber } from '../../../../../nodes/WechatPay/shared/refund-number';
import { withParameters } from '../../support/parameters';

const numberOf = (value: unknown) => refundNumber(withParameters({ refundNumber: value }), 0);

it('takes text of 1 to 64 letters, digits and signs', () => {
	for (const number of ['R', 'SHOP-1_R|1*@', 'x'.repeat(64)]) expect(numberOf(number)).toBe(number);
	expect(numberOf(' R1 ')).toBe('R1');
});

it.each(['', 'R 1', 'x'.repeat(65), 17, undefined, '退1'])('refuses %p', (value) => {
	expect(() => numberOf(value)).toThrow(
		expect.objectContaining({ code: 'WECHAT_REFUND_NUMBER_INVALID' }),
	);
});

import { shopTradeState, statusWait } from '../../../../../lib/wechat-shop/orders/shop-status';

it('counts an unknown status as paid only with a time of payment, and stops there', () => {
	expect([shopTradeState(190, 1658509200), shopTradeState(190, undefined)]).toEqual([
		'SUCCESS',
		'NOTPAY',
	]);
	expect(statusWait(190)).toContain('190');
	expect([statusWait(20), statusWait(12)]).toEqual([undefined, expect.stringContaining('gift')]);
});

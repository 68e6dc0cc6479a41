import { isShopEvent } from '../../../../../lib/wechat-shop/push/event-types';

it('knows the events of orders, after-sales and stock, and no property of every object', () => {
	expect(isShopEvent('channels_ec_order_pay')).toBe(true);
	expect(isShopEvent('set_shop_nickname')).toBe(false);
	expect(isShopEvent('toString')).toBe(false);
});

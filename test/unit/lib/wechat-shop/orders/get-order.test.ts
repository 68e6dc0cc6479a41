import { getShopOrder } from '../../../../../lib/wechat-shop/orders/get-order';
import { scripted } from '../../wechat-api/context';
import { SHOP_ACCOUNT } from '../shop-account';

it('reads an order by its number as text, and says when the shop has none', async () => {
	const { context, asked } = scripted([
		{ body: { errcode: 0, order: { order_id: '3704612345678901234' } } },
		{ body: { errcode: 100002, errmsg: 'order not exist' } },
	]);
	const read = async () => await getShopOrder(SHOP_ACCOUNT, '3704612345678901234', context);
	expect(await read()).toEqual({ order_id: '3704612345678901234' });
	expect(asked[0]?.body).toBe('{"order_id":"3704612345678901234"}');
	await expect(read()).rejects.toMatchObject({ code: 'WECHAT_API_REFUSED' });
});

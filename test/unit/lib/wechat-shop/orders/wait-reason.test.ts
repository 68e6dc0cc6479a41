import { waitReason } from '../../../../../lib/wechat-shop/orders/wait-reason';

it('names every reason at once, and none for an order that may ship', () => {
	const order_detail = {
		delivery_info: { address_under_review: { detail_info: '****' } },
		product_infos: [{ change_sku_info: { preshipment_change_sku_state: 3 } }],
	};
	const all = waitReason({ status: 13, order_detail });
	expect(all).toMatch(/group purchase.*another delivery address.*another SKU/);
	expect(
		waitReason({ status: 20, order_detail: { delivery_info: { address_under_review: {} } } }),
	).toBe(undefined);
});

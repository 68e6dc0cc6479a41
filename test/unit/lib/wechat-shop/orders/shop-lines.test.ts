import { shopLines } from '../../../../../lib/wechat-shop/orders/shop-lines';

it('divides a line total into whole fen a unit', () => {
	const product_infos = [{ sku_code: 'A', sku_cnt: 3, sale_price: 4000, real_price: 10_000 }];
	expect(shopLines({ order_detail: { product_infos } })).toMatchObject([
		{ sku: 'A', quantity: 2, unit_price_fen: 3333, line_total_fen: 6666, discount_fen: 1334 },
		{ sku: 'A', quantity: 1, unit_price_fen: 3334, line_total_fen: 3334, discount_fen: 666 },
	]);
	expect(shopLines({})).toEqual([]);
});

import { planParcel } from '../../../../../lib/wechat-shop/shipping/plan-parcel';
import type { ShopOrder } from '../../../../../lib/wechat-shop/orders/shop-order';

const line = (sku_id: string, sku_code: string, sku_cnt: number, more = {}) => ({
	product_id: `p${sku_id}`,
	...{ sku_id, sku_code, sku_cnt, ...more },
});
const order = (more: Partial<ShopOrder['order_detail']> = {}, status = 20): ShopOrder => ({
	status,
	order_detail: { product_infos: [line('1', 'TEE', 3), line('2', 'CAP', 1)], ...more },
});
const parcel = (lines: Array<{ sku: string; quantity: number }>, complete = false) => ({
	...{ delivery_id: 'SF', waybill_id: 'SF1', lines, complete },
});
const shipped = {
	delivery_info: {
		delivery_product_info: [
			{ delivery_id: 'SF', waybill_id: 'SF0', product_infos: [{ sku_id: '1', product_cnt: 2 }] },
		],
	},
};

it('names the products of a part, and all that is left for the last parcel', () => {
	expect(planParcel(order(), parcel([{ sku: 'TEE', quantity: 2 }]))).toEqual({
		products: [{ product_id: 'p1', sku_id: '1', product_cnt: 2 }],
	});
	expect(planParcel(order(shipped, 21), parcel([], true))).toEqual({
		products: [
			{ product_id: 'p1', sku_id: '1', product_cnt: 1 },
			{ product_id: 'p2', sku_id: '2', product_cnt: 1 },
		],
	});
});

it('leaves out refunded units, and counts a gift with the other lines of its SKU', () => {
	const product_infos = [
		line('1', 'TEE', 3, { finish_aftersale_sku_cnt: 1 }),
		line('1', 'TEE', 1, { is_free_gift: 1 }),
		line('2', 'CAP', 1, { finish_aftersale_sku_cnt: 1 }),
	];
	expect(planParcel(order({ product_infos }), parcel([], true))).toEqual({
		products: [{ product_id: 'p1', sku_id: '1', product_cnt: 3 }],
	});
});

it('does not send a parcel that WeChat knows', () => {
	const known = { ...parcel([], true), waybill_id: 'SF0' };
	expect(planParcel(order(shipped, 30), known)).toEqual({ known: true });
});

it.each([
	[order(), parcel([{ sku: 'OTHER', quantity: 1 }]), 'no unshipped SKU "OTHER"'],
	[order(), parcel([{ sku: 'TEE', quantity: 4 }]), 'Only 3'],
	[order({}, 12), parcel([], true), 'status 12'],
	[order({ delivery_info: { deliver_method: 1 } }), parcel([], true), 'virtual goods'],
	[order({ product_infos: [] }, 30), parcel([], true), 'other waybills'],
])('leaves to a person what it cannot send', (from, sent, problem) => {
	expect(planParcel(from, sent)).toEqual({ problem: expect.stringContaining(problem) as string });
});

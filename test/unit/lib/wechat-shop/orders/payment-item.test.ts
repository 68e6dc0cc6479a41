import fc from 'fast-check';

import { shopPaymentItem } from '../../../../../lib/wechat-shop/orders/payment-item';
import type { ShopOrder } from '../../../../../lib/wechat-shop/orders/shop-order';

const APPID = 'wxfedcba9876543210';

/** The example of WeChat's pages. */
const PUBLISHED: ShopOrder = {
	order_id: '3705115058471208928',
	status: 20,
	create_time: 1658505600,
	update_time: 1658509200,
	openid: 'OPENID',
	order_detail: {
		product_infos: [
			{
				product_id: '234245',
				sku_id: '23424',
				sku_cnt: 10,
				sku_code: 'SKU-1',
				sale_price: 2000,
				real_price: 10000,
			},
		],
		pay_info: {
			payment_method: 1,
			transaction_id: '4200001619202211090964182530',
			pay_time: 1658509200,
		},
		price_info: {
			freight: 500,
			original_order_price: 20500,
			order_price: 10500,
			merchant_receieve_price: 10500,
		},
		delivery_info: {
			deliver_method: 0,
			address_info: {
				user_name: '林**',
				province_name: '广东',
				city_name: '广州',
				county_name: '海珠区',
				detail_info: '****',
				tel_number: '183****2807',
				hash_code: 'HASH',
			},
		},
		ext_info: { customer_notes: '发顺丰', order_scene: 2 },
		settle_info: { predict_commission_fee: 10 },
	},
};
const changed = (detail: ShopOrder['order_detail'], top: Partial<ShopOrder> = {}): ShopOrder => ({
	...PUBLISHED,
	...top,
	order_detail: { ...PUBLISHED.order_detail, ...detail },
});

it('turns the published order into a payment item', () => {
	expect(shopPaymentItem(PUBLISHED, APPID)).toEqual({
		mchid: '',
		appid: APPID,
		shop_appid: APPID,
		shop_order_id: '3705115058471208928',
		out_trade_no: '3705115058471208928',
		transaction_id: '3705115058471208928',
		wechat_transaction_id: '4200001619202211090964182530',
		trade_type: 'WECHAT_SHOP',
		trade_state: 'SUCCESS',
		shop_status: 20,
		success_time: '2022-07-23T01:00:00+08:00',
		payer: { openid: 'OPENID' },
		amount: { total: 10500, currency: 'CNY' },
		total_fen: 10500,
		total: '105.00',
		merchant_receives_fen: 10500,
		merchant_receives: '105.00',
		commission_fen: 0,
		lines: [
			{
				sku: 'SKU-1',
				product_id: '234245',
				sku_id: '23424',
				name: '',
				quantity: 10,
				unit_price_fen: 1000,
				unit_price: '10.00',
				line_total_fen: 10000,
				discount_fen: 10000,
			},
		],
		lines_source: 'shop',
		shipping_fen: 500,
		shipping: '5.00',
		recipient: {
			name: '林**',
			phone: '183****2807',
			province: '广东',
			city: '广州',
			district: '海珠区',
			street: '****',
			country: 'CN',
			masked: true,
		},
		remark: '发顺丰',
		medium: 'Live Stream',
		source: 'WeChat Shop',
	});
});

it('keeps the total of every order to the fen, however the lines divide', () => {
	const line = fc.record({
		count: fc.integer({ min: 1, max: 500 }),
		paid: fc.integer({ min: 0, max: 5_000_000 }),
		gift: fc.boolean(),
	});
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(5000), (lines, freight) => {
			const goods = lines.reduce((sum, { paid, gift }) => sum + (gift ? 0 : paid), 0);
			const item = shopPaymentItem(
				changed({
					product_infos: lines.map(({ count, paid, gift }, index) => ({
						product_id: '1',
						sku_id: String(index),
						sku_code: `SKU-${index}`,
						sku_cnt: count,
						sale_price: Math.ceil(paid / count),
						real_price: gift ? 0 : paid,
						is_free_gift: gift ? 1 : 0,
					})),
					price_info: { freight, order_price: goods + freight },
				}),
				APPID,
			);
			const sum = item.lines.reduce((all, one) => all + one.quantity * one.unit_price_fen, 0);
			expect(sum + (item.shipping_fen ?? 0) - (item.discount_fen ?? 0)).toBe(item.total_fen);
			expect(item.lines.every((one) => Number.isInteger(one.unit_price_fen))).toBe(true);
			const units = item.lines.reduce((all, { quantity }) => all + quantity, 0);
			expect(units).toBe(lines.reduce((all, { count }) => all + count, 0));
		}),
	);
});

it('shows what WeChat took off beyond the lines, and adds nothing where the lines are too cheap', () => {
	const price = (order_price: number) =>
		shopPaymentItem(changed({ price_info: { freight: 500, order_price } }), APPID);
	expect(price(10_400)).toMatchObject({ total_fen: 10_400, discount_fen: 100, discount: '1.00' });
	expect(price(10_600)).not.toHaveProperty('discount_fen');
	const postage = { freight: 500, is_change_freight: true, change_freight: 0, order_price: 10_000 };
	expect(shopPaymentItem(changed({ price_info: postage }), APPID)).not.toHaveProperty(
		'shipping_fen',
	);
});

it('names the SKU by the code of the merchant, or by the number of WeChat', () => {
	const sku = (line: object) =>
		shopPaymentItem(changed({ product_infos: [{ sku_cnt: 1, ...line }] }), APPID).lines[0]?.sku;
	expect(sku({ sku_code: 'A', out_sku_id: 'B', sku_id: '3095621068881030523' })).toBe('A');
	expect(sku({ sku_code: '', out_sku_id: 'B', sku_id: '3095621068881030523' })).toBe('B');
	expect(sku({ sku_id: '3095621068881030523' })).toBe('3095621068881030523');
});

it('gives a free gift a line at 0, and the commission to the line that was sold', () => {
	const item = shopPaymentItem(
		changed({
			product_infos: [
				{ sku_id: '1', sku_code: 'TEE', sku_cnt: 3, sale_price: 4000, real_price: 10_000 },
				{ sku_id: '2', sku_code: 'CAP', sku_cnt: 1, sale_price: 5000, real_price: 5000 },
				{ sku_id: '1', sku_code: 'TEE', sku_cnt: 1, sale_price: 4000, is_free_gift: 1 },
			],
			commission_infos: [
				{ sku_id: '1', type: 0, nickname: 'Lily', amount: 800 },
				{ sku_id: '1', type: 1, nickname: 'Agency', amount: 200 },
				{ sku_id: '2', type: 0, nickname: 'Max', amount: 50 },
			],
			source_infos: [
				{ sku_id: '1', account_id: 'v1', account_nickname: 'Lily Live', sale_channel: 100 },
				{ sku_id: '2', account_id: 'own', account_nickname: 'Our Shop', sale_channel: 0 },
			],
			price_info: { freight: 0, order_price: 15_000, merchant_receieve_price: 15_500 },
		}),
		APPID,
	);
	expect(item).toMatchObject({
		campaign: 'Lily Live',
		commission_fen: 1050,
		merchant_receives_fen: 15_500,
		lines: [
			{ sku: 'TEE', quantity: 2, unit_price_fen: 3333, commission_fen: 1000, discount_fen: 1334 },
			{ sku: 'TEE', quantity: 1, unit_price_fen: 3334, influencer: 'Lily Live' },
			{ sku: 'CAP', quantity: 1, unit_price_fen: 5000, influencer: 'Max', commission_fen: 50 },
			{ sku: 'TEE', quantity: 1, unit_price_fen: 0, is_gift: true, discount_fen: 4000 },
		],
	});
	expect(item.lines[1]).not.toHaveProperty('commission_fen');
	expect(item.lines[3]).not.toHaveProperty('influencer');
});

it.each([
	[10, 'NOTPAY'],
	[12, 'SUCCESS'],
	[13, 'SUCCESS'],
	[21, 'SUCCESS'],
	[30, 'SUCCESS'],
	[100, 'SUCCESS'],
	[200, 'REFUND'],
	[250, 'CLOSED'],
	[190, 'SUCCESS'],
])('reads status %s as %s', (status, state) => {
	const item = shopPaymentItem(changed({}, { status }), APPID);
	expect(item.trade_state).toBe(state);
	expect('wait_reason' in item).toBe([12, 13, 190].includes(status));
});

it('waits while the buyer asks for another address or SKU, and not once it is shipped', () => {
	const asking = { address_under_review: { detail_info: '****' } };
	const address = changed({ delivery_info: asking });
	expect(shopPaymentItem(address, APPID).wait_reason).toMatch('another delivery address');
	expect(shopPaymentItem({ ...address, status: 30 }, APPID)).not.toHaveProperty('wait_reason');
	const sku = changed({
		product_infos: [{ sku_id: '1', change_sku_info: { preshipment_change_sku_state: 3 } }],
	});
	expect(shopPaymentItem(sku, APPID).wait_reason).toMatch('another SKU');
});

it('uses a virtual number until it ends, and needs no payment number', () => {
	const item = shopPaymentItem(
		changed({
			pay_info: { payment_method: 2, pay_time: 1658509200, transaction_id: '' },
			delivery_info: {
				address_info: {
					user_name: '林小雨',
					detail_info: '新港中路397号',
					house_number: '5栋',
					tel_number_ext_info: {
						virtual_tel_number: '13200000000-1234',
						virtual_tel_expire_time: 1659114000,
					},
				},
			},
		}),
		APPID,
	);
	expect(item).not.toHaveProperty('wechat_transaction_id');
	expect(item.recipient).toEqual({
		name: '林小雨',
		phone: '13200000000-1234',
		street: '新港中路397号 5栋',
		country: 'CN',
		phone_expires: '2022-07-29T17:00:00.000Z',
	});
});

it('reads an order of which WeChat tells next to nothing', () => {
	expect(shopPaymentItem({}, APPID)).toMatchObject({ trade_state: 'NOTPAY', lines: [] });
});

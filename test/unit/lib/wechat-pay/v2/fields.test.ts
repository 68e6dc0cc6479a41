import { merchantCoupon } from '../../../../../lib/core/payment-terms';
import { readV2Coupons, renamed, v2Amount } from '../../../../../lib/wechat-pay/v2/fields';

it('renames what is there and leaves out what is empty', () => {
	const fields = { mch_id: '19', sub_mch_id: '', attach: 'a' };
	const names = { mchid: 'mch_id', sub_mchid: 'sub_mch_id', openid: 'openid', attach: 'attach' };
	expect(renamed(fields, names)).toEqual({ mchid: '19', attach: 'a' });
});

it('reads whole amounts only', () => {
	expect(v2Amount('0')).toBe(0);
	expect(v2Amount('123456789012345')).toBe(123456789012345);
	for (const text of [undefined, '', '1.5', '-1', '1e3', '1234567890123456', ' 1', '１'])
		expect(v2Amount(text)).toBeUndefined();
});

const paid = { total_fee: '1000', cash_fee: '900' };
const listed = { coupon_id_0: 'C1', coupon_fee_0: '100' };

describe('coupons of APIv2', () => {
	it('are read from JSON text inside the XML', () => {
		const detail = {
			promotion_id: 'C1',
			amount: 100,
			merchant_contribute: 40,
			goods_detail: [{ goods_id: 'TEE', quantity: 1, price: 1000 }],
		};
		for (const json of [{ promotion_detail: [detail] }, [detail]]) {
			const read = readV2Coupons({ ...paid, promotion_detail: JSON.stringify(json) });
			expect(read).toMatchObject([
				{ coupon_id: 'C1', goods_detail: [{ goods_id: 'TEE', unit_price: 1000 }] },
			]);
			expect(merchantCoupon(read)).toBe(40);
		}
	});

	it('are paid by the merchant when they are NO_CASH', () => {
		const read = readV2Coupons({ ...paid, ...listed, coupon_type_0: 'NO_CASH' });
		expect(merchantCoupon(read)).toBe(100);
		expect(merchantCoupon(readV2Coupons({ ...paid, ...listed, coupon_type_0: 'CASH' }))).toBe(0);
	});

	it('follow from the settlement when they are not told apart', () => {
		const settled = { ...paid, ...listed, settlement_total_fee: '900' };
		expect(merchantCoupon(readV2Coupons(settled))).toBe(100);
		expect(merchantCoupon(readV2Coupons({ ...settled, coupon_type_0: 'NO_CASH' }))).toBe(100);
		expect(merchantCoupon(readV2Coupons({ ...settled, settlement_total_fee: '1000' }))).toBe(0);
	});

	it('with an empty amount are none, and never refuse the payment', () => {
		expect(readV2Coupons({ ...paid, coupon_fee_0: '', coupon_id_0: '' })).toEqual([]);
		expect(readV2Coupons({ ...paid, promotion_detail: '{broken' })).toEqual([]);
		expect(readV2Coupons({})).toEqual([]);
	});
});

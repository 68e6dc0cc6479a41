import { readV2Combined } from '../../../../../lib/wechat-pay/v2/combined';

const part = (number: number, more = {}) => ({
	mch_id: '1900000001',
	sub_mch_id: `190000010${number}`,
	out_trade_no: `SHOP-${number}`,
	transaction_id: `420000000000000000000000000${number}`,
	total_fee: 100 * number,
	...more,
});
const combined = (...order_list: object[]) => ({
	combine_mch_id: '1900000001',
	combine_out_trade_no: 'C-1',
	sub_order_list: JSON.stringify({ order_list }),
});
const expected = { mchid: '1900000001' };

it('gives a payment for each part of a combined order of APIv2', () => {
	const { payments, problems } = readV2Combined(combined(part(1), part(2)), expected, 'none');
	expect(problems).toEqual([]);
	expect(payments).toMatchObject([
		{ sub_mchid: '1900000101', combine_out_trade_no: 'C-1', total_fen: 100 },
		{ sub_mchid: '1900000102', total_fen: 200 },
	]);
});

it("refuses the parts of the provider's other merchants when one is expected", () => {
	const one = { ...expected, subMchid: '1900000102' };
	const { payments, problems } = readV2Combined(combined(part(1), part(2)), one, 'none');
	expect(payments).toMatchObject([{ out_trade_no: 'SHOP-2' }]);
	expect(problems).toMatchObject([{ code: 'WECHAT_SUB_MERCHANT_MISMATCH' }]);
});

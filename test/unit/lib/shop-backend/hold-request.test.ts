import { readHoldRequest } from '../../../../lib/shop-backend/hold-request';

const DATA = {
	mchid: '1900000001',
	appid: 'wx0123456789abcdef',
	out_trade_no: 'SHOP1',
	openid: 'o1',
	total_fen: 24800,
	lines: [
		{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 },
		{ sku: 'CAP-BLK', quantity: 1, unit_price_fen: 5000 },
	],
};

describe('readHoldRequest', () => {
	it('makes an item as of a payment that is still to come, and passes on what it does not know', () => {
		expect(readHoldRequest({ ...DATA, remark: 'Ring twice' })).toMatchObject({
			mchid: '1900000001',
			out_trade_no: 'SHOP1',
			total_fen: 24800,
			total: '248.00',
			amount: { total: 24800, currency: 'CNY' },
			payer: { openid: 'o1' },
			lines: [{ sku: 'TEE-RED-M', unit_price: '99.00' }, { sku: 'CAP-BLK' }],
			lines_source: 'shop',
			remark: 'Ring twice',
		});
	});

	it('counts shipping and discount beside the lines', () => {
		const more = { ...DATA, total_fen: 25500, shipping_fen: 1200, discount_fen: 500 };
		expect(readHoldRequest(more)).toMatchObject({ total_fen: 25500, shipping_fen: 1200 });
	});

	it.each([
		['a total that differs by one fen', { total_fen: 24801 }, 'lines (The shop'],
		['no total', { total_fen: undefined }, 'total_fen'],
		['a number instead of text', { out_trade_no: 4200 }, 'out_trade_no'],
		['no lines', { lines: [] }, 'lines'],
		['shipping that is no amount', { shipping_fen: -1 }, 'shipping_fen'],
	])('refuses %s, and names the field', (_, changed, named) => {
		expect(() => readHoldRequest({ ...DATA, ...changed })).toThrow(
			expect.objectContaining({
				code: 'SHOP_HOLD_INVALID',
				message: expect.stringContaining(named),
			}),
		);
	});
});

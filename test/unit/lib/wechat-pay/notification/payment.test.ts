import fc from 'fast-check';

import type { JsonObject } from '../../../../../lib/core/json';
import { readTransaction, splitAttach } from '../../../../../lib/wechat-pay/notification/payment';

const resource = {
	mchid: '1900000001',
	appid: 'wx0123456789abcdef',
	out_trade_no: 'SHOP-1001',
	transaction_id: '4200001234202611220123456789',
	trade_type: 'JSAPI',
	trade_state: 'SUCCESS',
	success_time: '2026-11-22T22:00:00+08:00',
	payer: { openid: 'oABC' },
	amount: { total: 19_900, payer_total: 18_900, currency: 'CNY', payer_currency: 'CNY' },
	attach: 'TEE-RED-M*1',
};
const expected = { mchid: '1900000001' };

describe('a transaction', () => {
	it('keeps what WeChat said in its own names, and adds amounts to read', () => {
		expect(readTransaction(resource, expected, 'attach')).toEqual({
			...resource,
			total_fen: 19_900,
			total: '199.00',
			payer_total_fen: 18_900,
			payer_total: '189.00',
			lines: [{ sku: 'TEE-RED-M', quantity: 1, unit_price_fen: 19_900, unit_price: '199.00' }],
			lines_source: 'attach',
		});
	});

	it('reads a bare SKU only when told to', () => {
		const bare = { ...resource, attach: 'TEE-RED-M' };
		expect(readTransaction(bare, expected, 'attach')).toMatchObject({
			lines: [],
			lines_problem: expect.stringContaining('may be an order number') as string,
		});
		expect(readTransaction(bare, expected, 'attach_bare_sku')).toMatchObject({
			lines: [{ sku: 'TEE-RED-M', quantity: 1 }],
			lines_source: 'attach',
		});
	});

	it('never refuses a payment for its lines', () => {
		const unreadable = { ...resource, attach: 'ORDER 4711*' };
		expect(readTransaction(unreadable, expected, 'attach')).toMatchObject({
			lines: [],
			lines_source: 'attach',
			lines_problem: expect.stringContaining('"ORDER 4711*" is not SKU*quantity@fen') as string,
		});
		const { attach, ...without } = resource;
		expect(attach).toBeDefined();
		expect(readTransaction(without, expected, 'attach').lines_problem).toContain('It is empty.');
		expect(readTransaction(resource, expected, 'promotion_detail').lines_problem).toContain(
			'no goods',
		);
		expect(readTransaction(unreadable, expected, 'none')).not.toHaveProperty('lines_problem');
	});

	it('of a cross-border account is called id, in its own currency', () => {
		const { transaction_id: id, ...rest } = resource;
		const amount = { total: 1200, payer_total: 5678, currency: 'JPY', payer_currency: 'CNY' };
		expect(readTransaction({ ...rest, id, amount }, expected, 'none')).toMatchObject({
			transaction_id: id,
			total: '1200',
			payer_total: '56.78',
		});
	});

	it('may lack the payer and what was really paid', () => {
		const { payer, ...rest } = { ...resource, amount: { total: 5 } };
		expect(payer).toBeDefined();
		const read = readTransaction(rest, expected, 'none');
		expect(read).toMatchObject({ payer: {}, total: '0.05', payer_total: '0.05' });
	});

	it.each([
		['WECHAT_MERCHANT_MISMATCH', { mchid: '1900000002' }],
		['WECHAT_MERCHANT_MISMATCH', { mchid: 1900000001 }],
		['WECHAT_APP_MISMATCH', { appid: 'wxffffffffffffffff' }],
		['WECHAT_MERCHANT_MISMATCH', { sp_mchid: '1900000002' }],
		['WECHAT_MERCHANT_MISMATCH', { combine_mchid: '1900000002' }],
		['WECHAT_TRANSACTION_UNREADABLE', { transaction_id: 42, out_trade_no: '' }],
		['WECHAT_TRANSACTION_UNREADABLE', { amount: { total: '19900' } }],
		['WECHAT_TRANSACTION_UNREADABLE', { amount: { total: 0.1 } }],
		['WECHAT_TRANSACTION_UNREADABLE', { amount: { total: -1 } }],
		['WECHAT_TRANSACTION_UNREADABLE', { amount: null }],
	])('is refused with %s for %j', (code, change) => {
		const check = { ...expected, appid: resource.appid };
		expect(() => readTransaction({ ...resource, ...change }, check, 'attach')).toThrow(
			expect.objectContaining({ code }),
		);
	});

	it('with any subset of its optional fields still has merchant, number and amount', () => {
		const full: JsonObject = {
			...resource,
			trade_state_desc: '支付成功',
			bank_type: 'OTHERS',
			promotion_detail: [{ coupon_id: '1', amount: 1000 }],
			scene_info: { device_id: '' },
		};
		const optional = Object.keys(full).filter(
			(name) => !['mchid', 'amount', 'out_trade_no'].includes(name),
		);
		const odd = fc.constantFrom<unknown>(undefined, null, '', 42, {}, []);
		const changes = fc.dictionary(fc.constantFrom(...optional), odd);
		const ofAmount = fc.dictionary(
			fc.constantFrom('payer_total', 'payer_currency', 'exchange_rate'),
			odd,
		);
		fc.assert(
			fc.property(changes, ofAmount, (change, amountChange) => {
				const amount = { ...resource.amount, ...amountChange };
				const received = { ...full, ...change, amount };
				for (const from of ['attach', 'promotion_detail', 'none'] as const) {
					expect(readTransaction(received, expected, from)).toMatchObject({
						mchid: '1900000001',
						out_trade_no: 'SHOP-1001',
						transaction_id: expect.stringMatching(/^(4200\d{24}|SHOP-1001)$/) as string,
						total_fen: 19_900,
						total: '199.00',
					});
				}
			}),
		);
	});

	it('with one of its numbers has it as both', () => {
		const { transaction_id, out_trade_no } = resource;
		const parking = { ...resource, transaction_id: undefined };
		expect(readTransaction(parking, expected, 'none').transaction_id).toBe(out_trade_no);
		const unnumbered = { ...resource, out_trade_no: undefined };
		expect(readTransaction(unnumbered, expected, 'none').out_trade_no).toBe(transaction_id);
	});

	it('names no buyer in its errors', () => {
		const broken = { ...resource, amount: {} };
		expect(() => readTransaction(broken, expected, 'attach')).toThrow(
			expect.not.objectContaining({ message: expect.stringContaining('oABC') as string }),
		);
	});
});

it.each([
	['TEE-RED-M*2@9900,CAP-BLK@5000;c=lilys-list', 'TEE-RED-M*2@9900,CAP-BLK@5000', 'lilys-list'],
	[';c=直播 1', '', '直播 1'],
	['TEE*1;c=a=b', 'TEE*1', 'a=b'],
	['{"lines":[["TEE",2]],"c":"lily"}', '{"lines":[["TEE",2]],"c":"lily"}', 'lily'],
	['{"c":1047}', '{"c":1047}', '1047'],
])('finds the campaign in %s', (attach, basket, campaign) => {
	expect(splitAttach(attach)).toEqual({ basket, campaign });
});

it.each(['', 'TEE*2@9900', 'TEE;c=', 'c=lily', '[["TEE",2]]', '{"c":["x"]}', '{"c":', '{"x":1}'])(
	'finds none in %j',
	(attach) => {
		expect(splitAttach(attach)).not.toHaveProperty('campaign');
	},
);

it('bounds the code, and keeps it on one line', () => {
	expect(splitAttach(`TEE*1;c=one\n${'x'.repeat(100)}`).campaign).toMatch(/^one x{59}…$/);
	expect(splitAttach(`{"c":"x"${' '.repeat(9_000)}}`)).not.toHaveProperty('campaign');
});

import fc from 'fast-check';

import {
	checkOwner,
	exchangeRate,
	minor,
	orderNumbers,
	text,
	texts,
} from '../../../../../lib/wechat-pay/notification/resource';

const unreadable = expect.objectContaining({ code: 'WECHAT_TRANSACTION_UNREADABLE' });

it('fills a missing number of an order with the other', () => {
	expect(orderNumbers({ out_trade_no: 'A', transaction_id: '42' })).toEqual({
		...{ out_trade_no: 'A', transaction_id: '42' },
	});
	expect(orderNumbers({ id: '42' })).toEqual({ out_trade_no: '42', transaction_id: '42' });
	expect(orderNumbers({ out_trade_no: 'A' })).toEqual({ out_trade_no: 'A', transaction_id: 'A' });
	expect(() => orderNumbers({ transaction_id: 42 })).toThrow(unreadable);
});

it('takes whole amounts from zero on, and nothing that is merely like one', () => {
	expect([0, 5, Number.MAX_SAFE_INTEGER].map((amount) => minor(amount, 'a'))).toHaveLength(3);
	for (const value of [-1, 0.5, '5', null, undefined, Number.NaN, 2 ** 53, {}])
		expect(() => minor(value, 'a')).toThrow(unreadable);
	expect(() => text('', 'attach')).toThrow(
		expect.objectContaining({ message: expect.stringContaining('attach') }),
	);
});

it('keeps the optional texts that are there', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()), (fields) => {
			const found = texts(fields, 'a', 'b');
			for (const [name, value] of Object.entries(found)) expect(fields[name]).toBe(value);
			expect(Object.values(found).every((value) => typeof value === 'string' && value)).toBe(true);
			expect(found).not.toHaveProperty('c');
		}),
	);
});

it('has a rate only where WeChat gives a whole one', () => {
	expect(exchangeRate({ type: 'R', rate: 14 })).toEqual({ exchange_rate: { type: 'R', rate: 14 } });
	for (const value of [undefined, {}, { type: 'R', rate: '14' }, { type: 'R', rate: 0.5 }])
		expect(exchangeRate(value)).toEqual({});
});

it.each([
	[{ mchid: '1' }, { mchid: '2' }, 'WECHAT_MERCHANT_MISMATCH'],
	[{ mchid: '2', sp_mchid: '1' }, { mchid: '2' }, 'WECHAT_MERCHANT_MISMATCH'],
	[
		{ sp_mchid: '1', sub_mchid: '3' },
		{ mchid: '1', subMchid: '4' },
		'WECHAT_SUB_MERCHANT_MISMATCH',
	],
	[{ mchid: '1', appid: 'wx1' }, { mchid: '1', appid: 'wx2' }, 'WECHAT_APP_MISMATCH'],
])('refuses %p where %p is expected', (resource, expected, code) => {
	expect(() => checkOwner(resource, expected)).toThrow(expect.objectContaining({ code }));
});

it.each([
	[
		{ mchid: '1', appid: 'wx1' },
		{ mchid: '1', appid: 'wx1' },
	],
	[{ mchid: '1' }, { mchid: '1', appid: 'wx1' }],
	[
		{ combine_mchid: '1', mchid: '9', combine_appid: 'wx1' },
		{ mchid: '1', appid: 'wx1' },
	],
	[
		{ sp_mchid: '1', sub_mchid: '3' },
		{ mchid: '1', subMchid: '3' },
	],
])('accepts %p where %p is expected', (resource, expected) => {
	expect(() => checkOwner(resource, expected)).not.toThrow();
});

import fc from 'fast-check';

import { readRow, readRows, readMoment } from '../../../../../lib/sku-map/import/read-rows';
import { plainRow } from '../../../../../lib/sku-map/row';
import { toBeijingTime } from '../../../../../lib/core/beijing-time';

const sound = { sku: 'WX-1', product: 'TEE' };

it('reads headers in English and in Chinese, whatever their case and spaces', () => {
	const read = {
		...plainRow('WX-1', 'TEE'),
		wechat_product_id: '77',
		shop: 'wx1',
		quantity: 3,
		uom: 'Units',
		price: 'list_price',
		part: 1,
		parts: 2,
		valid_from: '2026-11-11T00:00:00+08:00',
		valid_until: '2026-11-12T23:59:59+08:00',
		note: 'Double 11',
	};
	expect(
		readRow({
			'WeChat SKU': ' WX-1 ',
			'WeChat Product ID': '77',
			AppID: 'wx1',
			'Odoo Product': 'TEE',
			Quantity: 3,
			'Unit of Measure': 'Units',
			'Price Rule': 'Split by List Price',
			Part: '1',
			'Parts in Set': '2',
			'Valid From': '2026-11-11',
			'Valid Until': '2026/11/12',
			Note: 'Double 11',
			'Product Name': 'not a column of the table',
		}),
	).toEqual(read);
	expect(
		readRow({
			商家编码: 'WX-1',
			微信商品ID: 77,
			小程序: 'wx1',
			产品编码: "'TEE",
			数量: '３',
			单位: 'Units',
			价格规则: '按标价分摊',
			部件: 1,
			部件数: 2,
			生效日期: '2026年11月11日',
			失效日期: 46338,
			备注: 'Double 11',
		}),
	).toEqual(read);
});

it('takes empty cells for what they usually mean, and passes over empty rows', () => {
	expect(readRow({ sku: 'WX-1', product: 'TEE', quantity: '', price: null, shop: false })).toEqual(
		plainRow('WX-1', 'TEE'),
	);
	const rows = readRows([sound, { sku: '', product: ' ' }, {}, sound]);
	expect(rows.map(({ number }) => number)).toEqual([2, 5]);
});

describe('a row that cannot be used says why', () => {
	it.each<[Record<string, unknown>, string]>([
		[{ product: 'TEE' }, 'There is no WeChat SKU in it.'],
		[{ sku: 'WX-1' }, 'There is no Odoo product in it.'],
		[{ ...sound, quantity: 'three' }, 'quantity is "three", not a number above 0.'],
		[{ ...sound, quantity: 0 }, 'quantity is "0", not a number above 0.'],
		[{ ...sound, quantity: -1 }, 'quantity is "-1", not a number above 0.'],
		[{ ...sound, price: '9.90' }, 'price is "9.90". Write "as paid", "list price" or "free".'],
		[{ ...sound, part: '1/2' }, 'part is "1/2", not a whole number from 1 to 100.'],
		[{ ...sound, parts: 'all' }, 'parts is "all", not a whole number from 1 to 100.'],
		[{ ...sound, part: 3, parts: 2 }, 'It is part 3 of only 2.'],
		[
			{ ...sound, valid_from: '01/02/2026' },
			'valid_from is "01/02/2026". Write a day as 2026-11-11',
		],
		[{ ...sound, valid_until: 'soon' }, 'valid_until is "soon".'],
		[
			{ ...sound, valid_from: '2026-11-12', valid_until: '2026-11-11' },
			'It ends (2026-11-11T23:59:59+08:00) before it begins (2026-11-12T00:00:00+08:00).',
		],
		[
			{ ...sound, sku: '1.2E+18' },
			'sku "1.2E+18" is a long number that a spreadsheet has shortened',
		],
		[
			{ ...sound, sku: 1.2e18 },
			'sku "1200000000000000000" has more digits than a spreadsheet keeps',
		],
		[{ ...sound, sku: '123456789012345000' }, 'the last ones are not to be trusted'],
		[{ ...sound, product: '6,9E+12' }, 'product "6,9E+12" is a long number'],
	])('%j: %s', (item, problem) => {
		expect(readRow(item)?.problem).toContain(problem);
	});

	it('each of its problems', () => {
		expect(readRow({ quantity: 'x' })?.problem).toMatch(/SKU.*product.*quantity/);
	});
});

it.each(['123456789012345678', '12345678901234567', '00123', '1E5', 'E+12'])(
	'takes %s for a code as it stands',
	(sku) => {
		expect(readRow({ ...sound, sku })).toEqual(plainRow(sku, 'TEE'));
	},
);

it('refuses a table without any column that it knows, naming those that it read', () => {
	expect(() => readRows([{ 'PK\u0003\u0004': 'x' }, { 款号: '1' }])).toThrow(
		expect.objectContaining({
			code: 'SKU_TABLE_NO_COLUMN',
			message: expect.stringContaining('"款号"'),
		}) as Error,
	);
	expect(() => readRows([{}])).toThrow();
	expect(readRows([])).toEqual([]);
});

it.each([
	['2026-11-11', false, '2026-11-11T00:00:00+08:00'],
	['2026-11-11', true, '2026-11-11T23:59:59+08:00'],
	['2026/1/2', false, '2026-01-02T00:00:00+08:00'],
	['2026-11-11 20:00', true, '2026-11-11T20:00:00+08:00'],
	['2026-11-11T20:00:05', false, '2026-11-11T20:00:05+08:00'],
	['2026-11-11T12:00:00Z', false, '2026-11-11T20:00:00+08:00'],
	['2026-11-11 12:00:00+00:00', false, '2026-11-11T20:00:00+08:00'],
	[46337, false, '2026-11-11T00:00:00+08:00'],
	['46337', true, '2026-11-11T23:59:59+08:00'],
	[46337.5, false, '2026-11-11T12:00:00+08:00'],
])('reads %s (end: %s) as %s', (value, end, text) => {
	expect(readMoment(value, end)).toBe(text);
});

it.each(['2026-02-30', '2026-13-01', '11/12/2026', '2026-11-11 25:00', '20261111', 5, 'now', ''])(
	'does not guess what %s means',
	(value) => {
		expect(readMoment(value, false)).toBeUndefined();
	},
);

it('reads its own texts, which compare as moments do', () => {
	const moment = fc.integer({ min: 0, max: Date.UTC(2200, 0) / 1000 }).map((s) => s * 1000);
	fc.assert(
		fc.property(moment, moment, (one, other) => {
			expect(readMoment(toBeijingTime(one), false)).toBe(toBeijingTime(one));
			expect(Date.parse(toBeijingTime(one))).toBe(one);
			expect(toBeijingTime(one) < toBeijingTime(other)).toBe(one < other);
		}),
	);
});

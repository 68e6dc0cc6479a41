import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

import { FUND, STATEMENT, TRADE, type Layout } from '../../../../../lib/wechat-pay/bills/columns';
import { readBill } from '../../../../../lib/wechat-pay/bills/read-bill';
import { inPieces } from './chunks';

const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex');

const read = async (
	bytes: Buffer,
	layout: Layout,
	{ size = 7, gzip = false, hash = sha1(bytes) } = {},
) => await readBill(inPieces(gzip ? gzipSync(bytes) : bytes, size), hash, layout);

const published = readFileSync(join(__dirname, '../../../vectors/bill.ALL.csv'));

describe('the published trade bill', () => {
	it('gives one item a row, with fen and Beijing times', async () => {
		const { items, summary } = await read(published, TRADE);
		expect(items).toHaveLength(45);
		expect(items[0]).toEqual({
			bill_row: 1,
			trade_time: '2019-02-19T05:01:46+08:00',
			appid: 'wxab8acd895ab1638a',
			mchid: '1921000401',
			device_id: 'harryma007',
			transaction_id: '4200000263201902167700134212',
			out_trade_no: 'autotest_20190216081946_82335',
			openid: 'oHkLxtx0vUqe-18p_AXTZ1innxkCY',
			trade_type: 'JSAPI',
			trade_state: 'REFUND',
			bank_type: 'OTHERS',
			currency: 'CNY',
			settlement_total: '0.00',
			settlement_total_fen: 0,
			coupon: '0.00',
			coupon_fen: 0,
			refund_id: '50000709672019011908420787722',
			out_refund_no: 'REF4200000263201902167700963919',
			settlement_refund: '0.01',
			settlement_refund_fen: 1,
			coupon_refund: '0.00',
			coupon_refund_fen: 0,
			refund_channel: 'ORIGINAL',
			refund_status: 'SUCCESS',
			description: '系统拨测-cheeryin-test_micropay_succ',
			fee: '0.00000',
			fee_fen: 0,
			rate: '39.00%',
			total: '0.00',
			total_fen: 0,
			refund: '0.01',
			refund_fen: 1,
		});
		expect(items[2]).not.toHaveProperty('refund_id');
		expect(summary).toEqual({
			总交易单数: '45.0',
			应结订单总金额: '0.47',
			退款总金额: '0.14',
			充值券退款总金额: '0.0',
			手续费总金额: '0.08',
			订单总金额: '0.47',
			申请退款总金额: '0.14',
		});
		const sum = (field: string) => items.reduce((total, item) => total + Number(item[field]), 0);
		expect(sum('settlement_total_fen')).toBe(47);
		expect(sum('settlement_refund_fen')).toBe(14);
		expect(sum('fee_fen')).toBe(8);
	});

	it('is the same bill in pieces of any size, packed or not, with CRLF and a byte order mark', async () => {
		const expected = await read(published, TRADE, { size: published.length });
		const windows = Buffer.from(`\ufeff${published.toString().replaceAll('\n', '\r\n')}`);
		for (const size of [1, 2, 3, 1000]) {
			expect(await read(published, TRADE, { size, gzip: true })).toEqual(expected);
			const sha1 = expect.stringMatching(/^[0-9a-f]{40}$/) as unknown;
			expect(await read(windows, TRADE, { size })).toEqual({ ...expected, sha1 });
		}
	});

	it('is refused when any byte is changed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(published.length - 1),
				fc.integer({ min: 1, max: 255 }),
				async (at, by) => {
					const changed = Buffer.from(published);
					changed[at] = (changed[at] ?? 0) ^ by;
					const reading = read(changed, TRADE, { hash: sha1(published), size: 4096 });
					await expect(reading).rejects.toMatchObject({
						code: expect.stringMatching(/^WECHAT_BILL_/),
					});
				},
			),
			{ numRuns: 100 },
		);
	});

	it('is refused when it was cut', async () => {
		const reading = read(published.subarray(0, 9000), TRADE, { hash: sha1(published) });
		await expect(reading).rejects.toMatchObject({ code: expect.stringMatching(/^WECHAT_BILL_/) });
		const packed = gzipSync(published);
		await expect(
			readBill(inPieces(packed.subarray(0, packed.length - 20), 100), sha1(published), TRADE),
		).rejects.toMatchObject({ code: 'WECHAT_BILL_DAMAGED', retryable: true });
	});
});

/** Writes a bill as WeChat does: header as it is, values behind backticks, nothing quoted. */
function write(header: string[], rows: string[][], summary?: { name: string }): Buffer {
	const lines = [
		header.join(','),
		...rows.map((row) => row.map((value) => `\`${value}`).join(',')),
		...(summary ? [summary.name, `\`${rows.length}.0`] : []),
	];
	return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

const HEADER = ['交易时间', '微信订单号', '商户订单号', '交易状态', '商品名称', '订单金额'];
const row = (description: string, total = '1.00') => [
	'2026-11-22 08:00:00',
	'4200000263201902167700134212',
	'SHOP-1',
	'SUCCESS',
	description,
	total,
];
const COUNT = { name: '总交易单数' };

const WHO = '交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识';
const HOW = '交易类型,交易状态,付款银行';
const REFUND_IDS = '微信退款单号,商户退款单号';
/** Headers from WeChat Pay's documentation: of the global statement, and of trade bills from before 2019. */
const PUBLISHED = {
	'the global statement': {
		layout: STATEMENT,
		header: [
			...[WHO, HOW, '充值券币种,充值券金额,优惠券币种,优惠券金额', REFUND_IDS, '退款类型,退款状态'],
			'商品名称,商户数据包,手续费,费率',
			'标价币种,订单金额(标价币种),用户支付币种,用户支付金额,结算币种,应结订单金额',
			'支付汇率,退款汇率,申请退款金额,用户退款币种,用户退款金额',
			'退款结算币种,退款应结订单金额,充值券退款金额,优惠券退款金额',
		].join(),
	},
	'an old bill of all trade': {
		layout: TRADE,
		header: [
			...[WHO, HOW, '货币种类,总金额,代金券或立减优惠金额', REFUND_IDS],
			'退款金额,代金券或立减优惠退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率',
		].join(),
	},
	'an old bill of payments': {
		layout: TRADE,
		header: [
			...[WHO, HOW, '货币种类,总金额,代金券或立减优惠金额'],
			'商品名称,商户数据包,手续费,费率',
		].join(),
	},
	'an old bill of refunds': {
		layout: TRADE,
		header: [
			...[WHO, HOW, '货币种类,总金额,代金券或立减优惠金额,退款申请时间,退款成功时间', REFUND_IDS],
			'退款金额,代金券或立减优惠退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率',
		].join(),
	},
};

describe('a bill', () => {
	it('gives back what was written, whatever the product names are', async () => {
		const name = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('a,b', '`,`', ',`', '"quoted, twice"', '茶,`', 'line\nbreak', '`', ','),
		);
		const fen = fc.integer({ min: -1_000_000, max: 100_000_000_000 });
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(name, fen)), fc.boolean(), async (goods, gzip) => {
				const clean = goods.map(([text, total]) => [text.replaceAll('\r', ''), total] as const);
				const rows = clean.map(([text, total]) => {
					const sign = total < 0 ? '-' : '';
					const digits = String(Math.abs(total)).padStart(3, '0');
					return row(text, `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`);
				});
				const { items } = await read(write(HEADER, rows, COUNT), TRADE, { gzip });
				expect(items.map(({ description = '', total_fen }) => [description, total_fen])).toEqual(
					clean.map(([text, total]) => [withoutEmptyLines(text), total]),
				);
			}),
			{ numRuns: 300 },
		);
	});

	/** Empty lines say nothing in a bill, so those within a name are lost. */
	const withoutEmptyLines = (text: string) => text.replace(/\n+/g, '\n');

	it('is read by header name: other orders, unknown columns and those of older layouts', async () => {
		const header = [
			'商品名称',
			'总金额',
			'交易状态',
			'商户订单号',
			'新列',
			'微信订单号',
			'交易时间',
		];
		const values = ['茶,两盒', '2.50', 'SUCCESS', 'SHOP-1', 'new', '42', '2026-11-22 08:00:00'];
		const { items } = await read(write(header, [values], COUNT), TRADE);
		expect(items).toEqual([
			{
				bill_row: 1,
				description: '茶,两盒',
				settlement_total: '2.50',
				settlement_total_fen: 250,
				trade_state: 'SUCCESS',
				out_trade_no: 'SHOP-1',
				新列: 'new',
				transaction_id: '42',
				trade_time: '2026-11-22T08:00:00+08:00',
			},
		]);
	});

	it.each(Object.entries(PUBLISHED))(
		'with the columns that WeChat published for %s is known to the last of them',
		async (_, { header, layout }) => {
			const names = header.split(',');
			const values = names.map((name, index) =>
				/时间/.test(name)
					? '2026-11-22 08:00:00'
					: /币种$|货币/.test(name)
						? 'CNY'
						: /金额|手续费/.test(name)
							? `${index}.25`
							: `value ${index}`,
			);
			const count = layout.count ? { name: layout.count } : undefined;
			const { items } = await read(write(names, [values], count), layout);
			expect(items).toHaveLength(1);
			expect(Object.keys(items[0]!).filter((field) => !/^[a-z_]+$/.test(field))).toEqual([]);
			const amounts = names.filter((name) => /金额|手续费/.test(name)).length;
			expect(Object.keys(items[0]!).filter((field) => field.endsWith('_fen'))).toHaveLength(
				amounts,
			);
		},
	);

	it('of cross-border payments with an English header is refused, not guessed', async () => {
		const header = ['transaction time', 'WeChat order No.', 'settlement currency'];
		const reading = read(write(header, [['2026-11-22 08:00:00', '42', 'USD']]), STATEMENT);
		await expect(reading).rejects.toMatchObject({
			code: 'WECHAT_BILL_LAYOUT',
			message: expect.stringContaining('结算币种'),
		});
	});

	it('keeps a fraction of a fen as text, and rounds nothing', async () => {
		const values = [...row('茶'), '0.00600'];
		const { items } = await read(write([...HEADER, '手续费'], [values], COUNT), TRADE);
		expect(items[0]).toMatchObject({ fee: '0.00600' });
		expect(items[0]).not.toHaveProperty('fee_fen');
	});

	it('of funds knows where the money stands', async () => {
		const header = ['记账时间', '资金流水单号', '收支类型', '收支金额(元)', '账户结余(元)', '备注'];
		const values = ['2026-11-22 08:00:00', '123', '支出', '0.60', '-1.20', '手续费,一笔'];
		const { items } = await read(write(header, [values], { name: '资金流水总笔数' }), FUND);
		expect(items).toMatchObject([
			{ direction: '支出', amount_fen: 60, balance_fen: -120, remark: '手续费,一笔' },
		]);
	});

	it('of cross-border payments counts in the units of each currency', async () => {
		const header = ['交易时间', '微信订单号', '标价币种', '订单金额', '结算币种', '应结订单金额'];
		const values = ['2026-11-22 08:00:00', '42', 'JPY', '1500', 'USD', '9.96'];
		const { items } = await read(write(header, [values]), STATEMENT);
		expect(items).toMatchObject([{ total_fen: 1500, settlement_total_fen: 996 }]);
	});

	it.each([
		['no columns that we know', ['Time', 'Order'], ['2026-11-22 08:00:00', '1'], 'LAYOUT'],
		['too many values', ['交易时间', '微信订单号'], ['1', '2', '3'], 'LAYOUT'],
	])('with %s is refused', async (_, header, values, code) => {
		await expect(read(write(header, [values], COUNT), TRADE)).rejects.toMatchObject({
			code: `WECHAT_BILL_${code}`,
		});
	});

	it('with five odd rows gives the others, and each odd one with its number, order and reason', async () => {
		const rows = [row('a'), row('b'), row('c'), row('d'), row('e'), row('f'), row('g')];
		rows[1] = row('b', '1,00');
		rows[2] = ['gestern', ...row('c').slice(1)];
		rows[3] = row('茶cut');
		rows[4] = row('e').slice(0, 3);
		rows[5] = row('f').map((value) => (value.startsWith('4200') ? `${value}茶` : value));
		const text = write(HEADER, rows, COUNT).toString('latin1');
		// The last byte of a character of three is lost.
		const bytes = Buffer.from(text.replaceAll('\xe8\x8c\xb6', '\xe8\x8c'), 'latin1');
		const { items } = await read(bytes, TRADE);
		expect(items.map(({ bill_row: number, problem }) => [number, problem])).toEqual([
			[1, undefined],
			[2, '订单金额 cannot be read.'],
			[3, '交易时间 cannot be read.'],
			[4, undefined],
			[5, 'It has 3 values for 6 columns.'],
			[6, '微信订单号 cannot be read.'],
			[7, undefined],
		]);
		expect(items[3]?.description).toBe('\uFFFDcut');
		for (const item of items.filter(({ bill_row: number }) => number !== 5)) {
			expect(item).toHaveProperty('out_trade_no');
		}
	});

	it('whose last row ends too early still has its summary', async () => {
		const { items, summary } = await read(
			write(HEADER, [row('a'), row('b').slice(0, 3)], COUNT),
			TRADE,
		);
		expect(items.map(({ problem }) => problem)).toEqual([
			undefined,
			'It has 3 values for 6 columns.',
		]);
		expect(summary).toEqual({ 总交易单数: '2.0' });
	});

	it('that counts more rows than it has is refused', async () => {
		const bill = write(HEADER, [row('茶')], COUNT)
			.toString()
			.replace('`1.0\r', '`2.0\r');
		await expect(read(Buffer.from(bill), TRADE)).rejects.toMatchObject({
			code: 'WECHAT_BILL_INCOMPLETE',
		});
	});

	it('in another encoding, or without line ends, is refused', async () => {
		const gbk = Buffer.from([0xbd, 0xbb, 0xd2, 0xd7, 0xca, 0xb1]);
		for (const bytes of [gbk, Buffer.alloc(200_000, 'x')]) {
			await expect(read(bytes, TRADE, { size: 1000 })).rejects.toMatchObject({
				code: 'WECHAT_BILL_UNREADABLE',
			});
		}
	});

	it('whose damage makes it unreadable is asked for again', async () => {
		const damaged = Buffer.from(published);
		damaged.writeUInt8(0xff, damaged.length - 10);
		const failure = read(damaged, TRADE, { size: 4096, hash: sha1(published) });
		await expect(failure).rejects.toMatchObject({
			code: 'WECHAT_BILL_HASH_WRONG',
			retryable: true,
		});
	});

	it('that is given up in the middle lets go of its file', async () => {
		for (const gzip of [false, true]) {
			let ended = false;
			const bad = write(['nothing', 'known'], Array(50_000).fill(['1', '2']));
			const bytes = gzip ? gzipSync(bad, { level: 0 }) : bad;
			const file = async function* () {
				try {
					yield* inPieces(bytes, 1000);
				} finally {
					ended = true;
				}
			};
			await expect(readBill(file(), '', TRADE)).rejects.toMatchObject({
				code: 'WECHAT_BILL_LAYOUT',
			});
			expect(ended).toBe(true);
		}
	});
});

import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

import type { Credentials, Sandbox } from '../../../../sandbox';
import { sharedCredentials, sharedSandbox } from '../../../support/shared-sandbox';
import { get, type ApiAnswer } from '../api-call';
import { isGenuine } from '../merchant';

let credentials: Credentials;
let sandbox: Sandbox;
let transactionIds: string[];
let now = Date.parse('2026-11-22T15:00:00+08:00');

beforeAll(async () => {
	credentials = await sharedCredentials(now);
	sandbox = await sharedSandbox({ credentials, now: () => now });
	const discounted = sandbox.pay({
		out_trade_no: 'SHOP2',
		total: 10000,
		success_time: '2026-11-22T14:30:00+08:00',
		promotion_detail: [
			{ coupon_id: 'A', amount: 1000, type: 'CASH' },
			{ coupon_id: 'B', amount: 500, type: 'NOCASH' },
		],
	});
	const plain = sandbox.pay({
		out_trade_no: 'SHOP1',
		total: 19800,
		success_time: '2026-11-21T17:00:00Z',
		description: 'T恤, 红色, "M"\n限量',
		attach: 'TEE-RED-M*2',
		openid: 'oPayer',
	});
	sandbox.pay({ total: 1, success_time: '2026-11-21T23:59:59+08:00' });
	sandbox.refund(plain, { refund: 5000, out_refund_no: 'RF1' });
	transactionIds = [plain.transaction_id, discounted.transaction_id];
});
afterAll(async () => sandbox.stop());

const signed = (target: string): Promise<ApiAnswer> =>
	get(sandbox, target, { timestamp: Math.floor(now / 1000) });

async function bill(query: string): Promise<{ lines: string[]; file: ApiAnswer; hash: unknown }> {
	const { status, json, headers, text } = await signed(`/v3/bill/${query}`);
	expect(status).toBe(200);
	expect(isGenuine(sandbox, headers, text)).toBe(true);
	expect(json.hash_type).toBe('SHA1');
	const url = String(json.download_url);
	expect(url.startsWith(`${sandbox.url}/v3/billdownload/file?token=`)).toBe(true);
	const file = await signed(url.slice(sandbox.url.length));
	expect(file.status).toBe(200);
	expect(Object.keys(file.headers).filter((name) => name.startsWith('wechatpay-'))).toEqual([]);
	const plain = query.includes('tar_type') ? gunzipSync(file.bytes) : file.bytes;
	expect(json.hash_value).toBe(createHash('sha1').update(plain).digest('hex'));
	return { lines: plain.toString().split('\r\n'), file, hash: json.hash_value };
}

const ALL =
	'交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';

test('the trade bill is a table in yuan, Beijing time, backticks and raw commas', async () => {
	const { lines } = await bill('tradebill?bill_date=2026-11-22');
	const [plain, discounted] = transactionIds;
	const refundId = sandbox.refunds()[0]!.refund_id;
	const shop = '`wx0123456789abcdef,`1900000001,`0,`';
	expect(lines.slice(0, 2)).toEqual([
		`\ufeff${ALL}`,
		`\`2026-11-22 01:00:00,${shop},\`${plain},\`SHOP1,\`oPayer,\`JSAPI,\`SUCCESS,\`OTHERS,\`CNY,\`198.00,\`0.00,\`0,\`0,\`0.00,\`0.00,\`,\`,\`T恤, 红色, "M" 限量,\`TEE-RED-M*2,\`1.19000,\`0.60%,\`198.00,\`0.00,\``,
	]);
	expect(lines[2]).toContain(`\`${discounted},\`SHOP2,`);
	expect(lines[2]).toContain('`CNY,`95.00,`10.00,`0,`0,');
	expect(lines[2]).toContain('`0.57000,`0.60%,`100.00,`0.00,`');
	expect(lines[3]).toBe(
		`\`2026-11-22 15:00:00,${shop},\`${plain},\`SHOP1,\`oPayer,\`JSAPI,\`REFUND,\`OTHERS,\`CNY,\`0.00,\`0.00,\`${refundId},\`RF1,\`50.00,\`0.00,\`ORIGINAL,\`SUCCESS,\`T恤, 红色, "M" 限量,\`TEE-RED-M*2,\`-0.30000,\`0.60%,\`0.00,\`50.00,\``,
	);
	expect(lines.slice(4)).toEqual([
		'总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额',
		'`3.0,`293.0,`50.0,`0.0,`1.46,`298.0,`50.0',
		'',
	]);
});

test('compressed, it has the hash of the uncompressed file', async () => {
	const compressed = await bill('tradebill?bill_date=2026-11-22&tar_type=GZIP');
	expect(compressed.file.headers['content-type']).toBe('application/x-gzip');
	expect(compressed.file.headers).not.toHaveProperty('content-encoding');
	expect(compressed.hash).toBe((await bill('tradebill?bill_date=2026-11-22')).hash);
});

test('of payments alone it has 20 columns, of refunds alone their times', async () => {
	const success = await bill('tradebill?bill_date=2026-11-22&bill_type=SUCCESS');
	expect(success.lines[0]!.split(',')).toHaveLength(20);
	expect(success.lines).toHaveLength(6);
	expect(success.lines[0]).not.toContain('退款');
	const refund = await bill('tradebill?bill_date=2026-11-22&bill_type=REFUND');
	expect(refund.lines[0]!.split(',')).toHaveLength(29);
	expect(refund.lines).toHaveLength(5);
	expect(refund.lines[0]).toContain('代金券金额,退款申请时间,退款成功时间,微信退款单号');
	expect(refund.lines[1]).toContain('`0.00,`2026-11-22 15:00:00,`2026-11-22 15:00:00,`5030');
});

test('the fund bill tells every movement with the balance after it', async () => {
	const { lines } = await bill('fundflowbill?bill_date=2026-11-22');
	const [plain] = transactionIds;
	expect(lines[0]).toBe(
		'\ufeff记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号',
	);
	expect(lines[1]).toMatch(
		new RegExp(
			`^\`2026-11-22 01:00:00,\`${plain},\`\\d{28},\`交易,\`交易,\`收入,\`198.00,\`198.01,\`system,\`结算总金额198.00元;含手续费1.19元,\`SHOP1$`,
		),
	);
	expect(lines[2]).toMatch(/`交易,`扣除交易手续费,`支出,`1\.19,`196\.82,`system,`,`SHOP1$/);
	expect(lines[5]).toMatch(
		/`退款,`退款,`支出,`49\.70,`241\.55,`API,`退款总金额50\.00元;含手续费0\.30元,`RF1$/,
	);
	expect(lines.slice(6)).toEqual([
		'资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额',
		'`5.0,`2.0,`293.0,`3.0,`51.46',
		'',
	]);
});

test.each([
	['a day without trade', 'tradebill?bill_date=2026-11-20', 'NO_STATEMENT_EXIST'],
	['another account', 'fundflowbill?bill_date=2026-11-22&account_type=FEES', 'NO_STATEMENT_EXIST'],
	['no date', 'tradebill', 'PARAM_ERROR'],
	['the date of global WeChat Pay', 'tradebill?bill_date=20261122', 'PARAM_ERROR'],
	['a day that no month has', 'tradebill?bill_date=2026-13-41', 'PARAM_ERROR'],
	['an unknown type', 'tradebill?bill_date=2026-11-22&bill_type=NONE', 'PARAM_ERROR'],
	['an unknown account', 'fundflowbill?bill_date=2026-11-22&account_type=NONE', 'PARAM_ERROR'],
	['another compression', 'tradebill?bill_date=2026-11-22&tar_type=ZIP', 'PARAM_ERROR'],
])('there is no bill for %s', async (_name, query, code) => {
	expect(await signed(`/v3/bill/${query}`)).toMatchObject({ status: 400, json: { code } });
});

test('a download wants a signature, and its address lives five minutes', async () => {
	const { json } = await signed('/v3/bill/tradebill?bill_date=2026-11-22');
	const target = String(json.download_url).slice(sandbox.url.length);
	expect((await get(sandbox, target, { timestamp: 1 })).status).toBe(401);
	const before = now;
	now += 5 * 60_000;
	const late = await signed(target);
	now = before;
	expect(late).toMatchObject({ status: 404, json: { code: 'RESOURCE_NOT_EXISTS' } });
	expect((await signed(target)).status).toBe(200);
});

test("on WeChat's schedule a bill is there from 10:00 the day after, for three months", async () => {
	let clock = '';
	const strict = await sharedSandbox({
		credentials,
		billSchedule: 'wechat',
		now: () => Date.parse(clock),
	});
	clock = '2026-11-22T12:00:00+08:00';
	strict.pay({ total: 1 });
	const code = async (at: string): Promise<unknown> => {
		clock = at;
		const timestamp = Date.parse(at) / 1000;
		const target = '/v3/bill/tradebill?bill_date=2026-11-22';
		return (await get(strict, target, { timestamp })).json.code;
	};
	expect(await code('2026-11-22T13:00:00+08:00')).toBe('STATEMENT_CREATING');
	expect(await code('2026-11-23T09:59:59+08:00')).toBe('STATEMENT_CREATING');
	expect(await code('2026-11-23T10:00:00+08:00')).toBeUndefined();
	expect(await code('2027-03-01T10:00:00+08:00')).toBe('NO_STATEMENT_EXIST');
	await strict.stop();
});

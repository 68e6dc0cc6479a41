import { createHash } from 'node:crypto';

import type { Payment, Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { signFields } from '../../../../sandbox/keys/v2';
import { readXml, writeXml } from '../../../../sandbox/core/xml';
import { get } from '../api-call';
import { isGenuine } from '../merchant';

const now = Date.parse('2026-11-22T15:00:00+08:00');
let sandbox: Sandbox;
let payment: Payment;

beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => now });
	payment = sandbox.pay({
		out_trade_no: 'GLOBAL1',
		total: 10000,
		currency: 'USD',
		payer_total: 71000,
		payer_currency: 'CNY',
		description: 'Tee, red',
		success_time: '2026-11-21T10:00:00+08:00',
	});
	sandbox.pay({ total: 710000, success_time: '2026-11-20T10:00:00+08:00' });
	sandbox.pay({ total: 30000, currency: 'JPY', success_time: '2026-11-22T10:00:00+08:00' });
	sandbox.refund(payment, { refund: 2500, out_refund_no: 'RF1' });
});
afterAll(async () => sandbox.stop());

const signed = async (target: string, headers: Record<string, string> = {}) =>
	get(sandbox, target, { timestamp: now / 1000 }, headers);

describe('statement', () => {
	const target = '/v3/global/statements?date=20261121&mchid=1900000001';

	test('is text, whose hash alone is signed', async () => {
		const { status, headers, text, bytes } = await signed(target);
		expect(status).toBe(200);
		const digest = createHash('sha1').update(bytes).digest('hex');
		expect(headers['wechatpay-statement-sha1']).toBe(digest);
		expect(isGenuine(sandbox, headers, `{"sha1":"${digest}"}`)).toBe(true);
		expect(isGenuine(sandbox, headers, text)).toBe(false);
	});

	test('has 38 columns, amounts of three currencies, and settles in one', async () => {
		const [header, row, end, ...more] = (await signed(target)).text.split('\r\n');
		expect({ end, more }).toEqual({ end: '', more: [] });
		const names = header!.replace('\ufeff', '').split(',');
		expect(names).toHaveLength(38);
		expect(new Set(names).size).toBe(38);
		const values = row!.slice(1).split(',`');
		expect(values).toHaveLength(38);
		expect(Object.fromEntries(names.map((name, index) => [name, values[index]]))).toMatchObject({
			交易时间: '2026-11-21 10:00:00',
			微信订单号: payment.transaction_id,
			商户订单号: 'GLOBAL1',
			交易状态: 'SUCCESS',
			商品名称: 'Tee, red',
			手续费: '0.60',
			标价币种: 'USD',
			订单金额: '100.00',
			用户支付币种: 'CNY',
			用户支付金额: '710.00',
			结算币种: 'USD',
			应结订单金额: '100.00',
			支付汇率: '710000000',
			微信退款单号: '0',
		});
	});

	test('has refunds, and yen without decimals, on their day', async () => {
		const { text } = await signed(target.replace('20261121', '20261122'));
		expect(text).toMatch(/`JPY,`30000,`JPY,`30000,`USD,`198\.59,/);
		expect(text).toMatch(/`RF1,`ORIGINAL,`SUCCESS,`Tee, red,`,`-0\.15,/);
		expect(text).toMatch(/`25\.00,`CNY,`177\.50,`USD,`25\.00,/);
	});

	test('comes compressed when that is accepted, with the same hash', async () => {
		const plain = await signed(target);
		const compressed = await signed(target, { 'Accept-Encoding': 'gzip' });
		expect(compressed.headers['content-encoding']).toBe('gzip');
		expect(compressed.text).toBe(plain.text);
		expect(compressed.headers['wechatpay-statement-sha1']).toBe(
			plain.headers['wechatpay-statement-sha1'],
		);
	});

	test.each([
		['without mchid', '/v3/global/statements?date=20261121', 'PARAM_ERROR'],
		['a domestic date', target.replace('20261121', '2026-11-21'), 'PARAM_ERROR'],
		['a day without trade', target.replace('20261121', '20261101'), 'NO_STATEMENT_EXIST'],
	])('is refused %s', async (_name, wrong, code) => {
		expect(await signed(wrong)).toMatchObject({ status: 400, json: { code } });
	});
});

describe('settlements', () => {
	const path = '/v3/global/settle/settlements';
	const settled = `${path}?settle_state=SETTLED&settle_start_date=20261101&settle_end_date=20261122`;

	test('are a payout a day of trade, the day after', async () => {
		expect((await signed(settled)).json).toEqual({
			data: [
				{
					batch_id: '20261121000001',
					settlement_date: '20261122',
					trade_start_date: '20261121',
					trade_end_date: '20261121',
					amount: {
						settled: 9940,
						unsettle: 0,
						currency: 'USD',
						pay: 10000,
						refund: 0,
						net: 10000,
						fee: 60,
					},
					wallet_region: 'CHINA_MAINLAND',
				},
				expect.objectContaining({
					settlement_date: '20261121',
					amount: expect.objectContaining({ pay: 100000, settled: 99400 }) as unknown,
				}) as unknown,
			],
			offset: 0,
			limit: 10,
			total_count: 2,
		});
	});

	test('count what is not paid out yet, refunds off', async () => {
		const { json } = await signed(`${path}?settle_state=UNSETTLE`);
		expect(json).toMatchObject({
			data: [
				{
					trade_start_date: '20261122',
					amount: { settled: 0, unsettle: 17255, pay: 19859, refund: 2500, net: 17359, fee: 104 },
				},
			],
			total_count: 1,
		});
	});

	test('are asked for by settlement date, page by page', async () => {
		const one = await signed(settled.replace('start_date=20261101', 'start_date=20261122'));
		expect(one.json).toMatchObject({ data: [{ settlement_date: '20261122' }], total_count: 1 });
		const second = (await signed(`${settled}&offset=1&limit=1`)).json;
		expect(second).toMatchObject({ data: [{ settlement_date: '20261121' }], offset: 1, limit: 1 });
		expect(second).not.toHaveProperty('total_count');
		expect((await signed(`${settled}&offset=9`)).json).toMatchObject({ data: [], total_count: 2 });
	});

	test.each([
		'',
		'?settle_state=UNSETTLED',
		'?settle_state=SETTLED',
		`?settle_state=UNSETTLE&limit=31`,
		'?settle_state=UNSETTLE&offset=x',
	])('are refused for %s', async (query) => {
		expect(await signed(path + query)).toMatchObject({
			status: 400,
			json: { code: 'PARAM_ERROR' },
		});
	});
});

describe('exchange rate, APIv2', () => {
	const ask = async (fields: Record<string, string>, sign?: string) => {
		const key = sandbox.merchant.apiV2Key;
		const body = writeXml('xml', { ...fields, sign: sign ?? signFields(fields, key, 'MD5') });
		const response = await fetch(`${sandbox.url}/pay/queryexchagerate`, { method: 'POST', body });
		return { status: response.status, fields: readXml(await response.text())! };
	};
	const question = (): Record<string, string> => ({
		appid: sandbox.merchant.appid,
		mch_id: sandbox.merchant.mchid,
		fee_type: 'USD',
		date: '20261121',
	});

	test('is yuan for one unit, times 10^8, signed', async () => {
		const { status, fields } = await ask(question());
		expect(status).toBe(200);
		const { sign, ...answer } = fields;
		expect(answer).toEqual({
			return_code: 'SUCCESS',
			return_msg: 'OK',
			appid: sandbox.merchant.appid,
			mch_id: sandbox.merchant.mchid,
			fee_type: 'USD',
			rate_time: '20261121',
			rate: '710000000',
		});
		expect(sign).toBe(signFields(answer, sandbox.merchant.apiV2Key, 'MD5'));
	});

	test('says FAIL with status 200', async () => {
		const wrong = [
			await ask(question(), 'WRONG'),
			await ask({ ...question(), fee_type: 'XXX' }),
			await ask({ ...question(), date: '2026-11-21' }),
			await ask({ ...question(), mch_id: '1' }),
			await ask({ ...question(), appid: 'wx' }),
		];
		for (const { status, fields } of wrong) {
			expect({ status, code: fields.return_code }).toEqual({ status: 200, code: 'FAIL' });
			expect(fields).not.toHaveProperty('rate');
		}
	});

	test('speaks XML on known paths alone', async () => {
		const post = async (path: string) => fetch(sandbox.url + path, { method: 'POST', body: '{}' });
		expect((await post('/pay/unifiedorder')).status).toBe(404);
		expect(await (await post('/pay/queryexchagerate')).text()).toContain('FAIL');
	});
});

import { Readable } from 'node:stream';

import { fetchBill, fetchStatement } from '../../../../../lib/wechat-pay/bills/fetch-bill';
import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { createRefund } from '../../../../../lib/wechat-pay/refunds/refund';
import type { Sandbox } from '../../../../../sandbox/index';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const NOON = '2026-11-20T12:00:00+08:00';
const DATE = '2026-11-20';
let sandbox: Sandbox;
let account: WechatPayAccount;
let global: WechatPayAccount;
beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => Date.parse(NOON) });
	account = openAccount(sandbox.credential);
	global = { ...account, region: 'global' };
	const { out_trade_no } = sandbox.pay({
		total: 19900,
		out_trade_no: 'BILL-1',
		attach: 'TEE-RED-M*2',
		description: '红茶,两盒,`礼品装`',
	});
	await createRefund(account, { out_trade_no }, { out_refund_no: 'BILL-R', refund: 900 }, at());
});
afterEach(() => sandbox.faults.clear());
afterAll(async () => sandbox.stop());

const at = (more: Parameters<typeof testContext>[0] = {}) =>
	testContext({ now: () => Date.parse(NOON), ...more });
const trade = { bill: 'trade' as const, type: 'ALL' as const, date: DATE, gzip: true };

describe('fetching a bill', () => {
	it.each([true, false])('gives payments and refunds of the day, packed: %p', async (gzip) => {
		const { items } = await fetchBill(account, { ...trade, gzip }, at());
		expect(items).toMatchObject([
			{
				trade_state: 'SUCCESS',
				out_trade_no: 'BILL-1',
				trade_time: NOON,
				description: '红茶,两盒,`礼品装`',
				attach: 'TEE-RED-M*2',
				total_fen: 19900,
				total: '199.00',
			},
			{ trade_state: 'REFUND', out_refund_no: 'BILL-R', refund_fen: 900 },
		]);
	});

	it('asks for payments or refunds alone', async () => {
		const only = async (type: 'SUCCESS' | 'REFUND') =>
			(await fetchBill(account, { ...trade, type }, at())).items;
		expect(await only('SUCCESS')).toMatchObject([{ trade_state: 'SUCCESS' }]);
		expect(await only('REFUND')).toMatchObject([{ refund_create_time: NOON }]);
	});

	it("asks for one of a service provider's merchants alone", async () => {
		const success_time = '2026-11-21T12:00:00+08:00';
		for (const sub_mchid of ['1900000109', '1900000110']) {
			sandbox.pay({ total: 100, out_trade_no: 'SUB-1', sub_mchid, success_time });
		}
		const of = async (sub_mchid?: string) =>
			(await fetchBill(account, { ...trade, date: '2026-11-21', sub_mchid }, at())).items;
		expect(await of()).toHaveLength(2);
		expect(await of('1900000110')).toMatchObject([
			{ mchid: account.mchid, sub_mchid: '1900000110', out_trade_no: 'SUB-1' },
		]);
	});

	it('of funds adds up', async () => {
		const fund = { bill: 'fund' as const, account: 'BASIC' as const, date: DATE, gzip: true };
		const { items } = await fetchBill(account, fund, at());
		const sum = items.reduce(
			(total, { direction, amount_fen }) =>
				total + (direction === '收入' ? 1 : -1) * Number(amount_fen),
			0,
		);
		expect(items.length).toBeGreaterThan(1);
		expect(items.at(-1)).toMatchObject({ balance_fen: sum });
	});

	it('tells a day without a bill from an error', async () => {
		await expect(fetchBill(account, { ...trade, date: '2026-11-01' }, at())).rejects.toMatchObject({
			code: 'WECHAT_NO_BILL',
		});
		const early = await sharedSandbox({ now: () => Date.parse(NOON), billSchedule: 'wechat' });
		const waiting = fetchBill(openAccount(early.credential), trade, at());
		await expect(waiting).rejects.toMatchObject({
			code: 'WECHAT_REFUSED',
			nextStep: expect.stringContaining('10:00'),
		});
		await early.stop();
	});

	it('starts over when the download fails, five times at most', async () => {
		sandbox.faults.add({ kind: 'dropped', path: '/v3/billdownload', times: 2 });
		sandbox.faults.add({ kind: 'rateLimit', path: '/v3/bill/', times: 2 });
		expect((await fetchBill(account, trade, at())).items).toHaveLength(2);
		sandbox.faults.clear();
		sandbox.faults.add({ kind: 'error', path: '/v3/billdownload' });
		const before = sandbox.calls().length;
		await expect(fetchBill(account, trade, at())).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
		expect(sandbox.calls().length - before).toBe(10);
	});

	it('never takes a file that is not the announced one', async () => {
		const real = at();
		const download = async (request: Parameters<typeof real.download>[0]) => ({
			...(await real.download(request)),
			body: Readable.from([Buffer.from('交易时间\n`x\n')]),
		});
		await expect(fetchBill(account, trade, at({ download }))).rejects.toMatchObject({
			code: expect.stringMatching(/^WECHAT_BILL_/),
		});
	});

	it('sends its signature to no other host than the account', async () => {
		const real = at();
		const urls: string[] = [];
		const download = async (request: Parameters<typeof real.download>[0]) => {
			urls.push(request.url);
			return await real.download(request);
		};
		await fetchBill(account, trade, at({ download }));
		expect(urls.map((url) => new URL(url).origin)).toEqual([account.baseUrl]);
	});

	it('is for mainland merchants, statements for all others', async () => {
		await expect(fetchBill(global, trade, at())).rejects.toMatchObject({
			code: 'WECHAT_REGION_WRONG',
		});
		const mainland = { ...account, region: 'mainland' as const };
		await expect(fetchStatement(mainland, DATE, at())).rejects.toMatchObject({
			code: 'WECHAT_REGION_WRONG',
		});
	});
});

describe('fetching a statement', () => {
	it('gives what will be settled, in its own currency', async () => {
		const { items } = await fetchStatement(global, DATE, at());
		expect(items).toMatchObject([
			{
				out_trade_no: 'BILL-1',
				currency: 'CNY',
				total_fen: 19900,
				settlement_currency: 'USD',
				settlement_total_fen: expect.any(Number),
			},
			{ out_refund_no: 'BILL-R', refund_fen: 900 },
		]);
	});

	it('refuses a file whose hash nobody signed', async () => {
		const real = at();
		const replaced = (change: Record<string, string>) =>
			at({
				download: async (request) => {
					const answer = await real.download(request);
					return { ...answer, headers: { ...answer.headers, ...change } };
				},
			});
		const other = { 'wechatpay-statement-sha1': 'da39a3ee5e6b4b0d3255bfef95601890afd80709' };
		await expect(fetchStatement(global, DATE, replaced(other))).rejects.toMatchObject({
			code: 'WECHAT_RESPONSE_UNPROVED',
		});
		await expect(
			fetchStatement(global, DATE, replaced({ 'wechatpay-signature': 'AAAA' })),
		).rejects.toMatchObject({ code: 'WECHAT_RESPONSE_UNPROVED' });
	});

	it('refuses a file that does not fit the signed hash', async () => {
		const real = at();
		const download = async (request: Parameters<typeof real.download>[0]) => {
			const answer = await real.download(request);
			answer.body.resume();
			return { ...answer, body: Readable.from([Buffer.from('交易时间\n')]) };
		};
		await expect(fetchStatement(global, DATE, at({ download }))).rejects.toMatchObject({
			code: 'WECHAT_BILL_HASH_WRONG',
		});
	});
});

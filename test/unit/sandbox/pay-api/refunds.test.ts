import type { Payment, Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { get, post } from '../api-call';
import { isGenuine } from '../merchant';
import { opened } from '../open-notification';
import { receive } from '../receiver';

let sandbox: Sandbox;
let now = Date.now();
beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => now });
});
beforeEach(() => {
	now = Date.now();
	Object.assign(sandbox.refundRules, { outcome: 'SUCCESS', available: Infinity });
});
afterAll(async () => sandbox.stop());

const PATH = '/v3/refund/domestic/refunds';
let numbers = 0;
const asked = (payment: Payment, refund: number, more: object = {}) => ({
	out_trade_no: payment.out_trade_no,
	out_refund_no: `RF${++numbers}`,
	amount: { refund, total: payment.amount.total, currency: 'CNY' },
	...more,
});

test('is accepted as PROCESSING and has ended when asked again', async () => {
	const payment = sandbox.pay({ total: 19800 });
	const body = asked(payment, 5000);
	const created = await post(sandbox, PATH, body);
	expect(created.status).toBe(200);
	expect(isGenuine(sandbox, created.headers, created.text)).toBe(true);
	expect(created.json).toEqual({
		refund_id: expect.stringMatching(/^5030\d{25}$/) as string,
		out_refund_no: body.out_refund_no,
		transaction_id: payment.transaction_id,
		out_trade_no: payment.out_trade_no,
		channel: 'ORIGINAL',
		user_received_account: '招商银行信用卡0403',
		create_time: expect.stringMatching(/\+08:00$/) as string,
		status: 'PROCESSING',
		funds_account: 'UNSETTLED',
		amount: {
			total: 19800,
			refund: 5000,
			from: [],
			payer_total: 19800,
			payer_refund: 5000,
			settlement_refund: 5000,
			settlement_total: 19800,
			discount_refund: 0,
			currency: 'CNY',
			refund_fee: 30,
		},
	});
	const { json } = await get(sandbox, `${PATH}/${body.out_refund_no}`);
	expect(json).toMatchObject({ refund_id: created.json.refund_id, status: 'SUCCESS' });
	expect(json.success_time).toEqual(expect.any(String));
});

test('the same number is the same refund, with other amounts none', async () => {
	const payment = sandbox.pay({ total: 100 });
	const body = asked(payment, 60);
	const first = await post(sandbox, PATH, body);
	const again = await post(sandbox, PATH, body);
	expect(again.json).toMatchObject({ refund_id: first.json.refund_id, status: 'SUCCESS' });
	expect(
		sandbox.refunds().filter(({ out_trade_no }) => out_trade_no === payment.out_trade_no),
	).toHaveLength(1);
	const other = { ...body, amount: { ...body.amount, refund: 40 } };
	expect(await post(sandbox, PATH, other)).toMatchObject({
		status: 400,
		json: { code: 'INVALID_REQUEST' },
	});
});

test('ends as the rules say, or waits to be settled', async () => {
	const payment = sandbox.pay({ total: 100 });
	for (const outcome of ['ABNORMAL', 'CLOSED', 'PROCESSING'] as const) {
		sandbox.refundRules.outcome = outcome;
		const body = asked(payment, 10);
		await post(sandbox, PATH, body);
		const query = async () => (await get(sandbox, `${PATH}/${body.out_refund_no}`)).json;
		expect(await query()).toMatchObject({ status: outcome });
		expect(await query()).not.toHaveProperty('success_time');
		const refund = sandbox
			.refunds()
			.find(({ out_refund_no }) => out_refund_no === body.out_refund_no);
		sandbox.settleRefund(refund!, 'SUCCESS');
		expect(await query()).toMatchObject({ status: 'SUCCESS' });
	}
});

test.each([
	['direct', PATH, {}],
	['global', '/v3/global/refunds', { mchid: '1900000001' }],
])('a %s one notifies the address that it names', async (as, target, more) => {
	const receiver = await receive((response) => response.writeHead(204).end());
	const body = asked(sandbox.pay({ total: 100 }), 100, { notify_url: receiver.url, ...more });
	await post(sandbox, target, body);
	await sandbox.waitUntilSettled();
	await receiver.close();
	expect(sandbox.deliveries({ out_refund_no: body.out_refund_no })).toMatchObject([
		{ event_type: 'REFUND.SUCCESS', acknowledged: true },
	]);
	const { resource } = opened({ headers: {}, body: receiver.received[0]!.body }, sandbox);
	expect(resource).toHaveProperty(as === 'global' ? 'recv_account' : 'user_received_account');
});

describe('is refused', () => {
	test.each<[string, object, string]>([
		['without an order', { out_trade_no: undefined }, 'transaction_id'],
		['with two orders', { transaction_id: '4200' }, 'transaction_id'],
		['without a number', { out_refund_no: undefined }, 'out_refund_no'],
		['with a number of other characters', { out_refund_no: '退1' }, 'out_refund_no'],
		['without amounts', { amount: undefined }, 'amount'],
		['in yuan', { amount: { refund: 0.5, total: 100, currency: 'CNY' } }, 'amount/refund'],
		['for nothing', { amount: { refund: 0, total: 100, currency: 'CNY' } }, 'amount/refund'],
		['with null for what is not used', { reason: null }, 'reason'],
	])('%s', async (_name, wrong, field) => {
		const body = asked(sandbox.pay({ total: 100 }), 100, wrong);
		expect(await post(sandbox, PATH, body)).toMatchObject({
			status: 400,
			json: { code: 'PARAM_ERROR', detail: { field: `/${field}`, location: 'body' } },
		});
	});

	test.each<[string, number, string, object]>([
		['another total', 400, 'INVALID_REQUEST', { refund: 1, total: 99, currency: 'CNY' }],
		['more than was paid', 400, 'INVALID_REQUEST', { refund: 101, total: 100, currency: 'CNY' }],
		['another currency', 400, 'PARAM_ERROR', { refund: 1, total: 100, currency: 'USD' }],
	])('over %s', async (_name, status, code, amount) => {
		const answer = await post(sandbox, PATH, asked(sandbox.pay({ total: 100 }), 1, { amount }));
		expect(answer).toMatchObject({ status, json: { code } });
	});

	test('of an order that nobody paid', async () => {
		const { out_trade_no } = sandbox.order({ total: 100 });
		const body = asked(sandbox.pay({ total: 100 }), 1, { out_trade_no });
		const answer = await post(sandbox, PATH, body);
		expect(answer).toMatchObject({ status: 404, json: { code: 'RESOURCE_NOT_EXISTS' } });
	});

	test('when the parts exceed the whole', async () => {
		const payment = sandbox.pay({ total: 100 });
		expect((await post(sandbox, PATH, asked(payment, 60))).status).toBe(200);
		expect((await post(sandbox, PATH, asked(payment, 41))).status).toBe(400);
		expect((await post(sandbox, PATH, asked(payment, 40))).status).toBe(200);
	});

	test('when the merchant has too little, and the balance shrinks with every refund', async () => {
		const payment = sandbox.pay({ total: 100 });
		sandbox.refundRules.available = 50;
		const poor = { status: 403, json: { code: 'NOT_ENOUGH' } };
		expect(await post(sandbox, PATH, asked(payment, 51))).toMatchObject(poor);
		expect((await post(sandbox, PATH, asked(payment, 50))).status).toBe(200);
		expect(await post(sandbox, PATH, asked(payment, 1))).toMatchObject(poor);
	});

	test('after fifty parts, and after a year', async () => {
		const payment = sandbox.pay({ total: 100 });
		for (let part = 0; part < 50; part++) sandbox.refund(payment, { refund: 1 });
		const limit = { status: 403, json: { code: 'RULE_LIMIT' } };
		expect(await post(sandbox, PATH, asked(payment, 1))).toMatchObject(limit);
		const old = sandbox.pay({ total: 100, success_time: '2020-01-01T00:00:00+08:00' });
		expect((await post(sandbox, PATH, asked(old, 1))).json.message).toContain('期限');
	});
});

test('a refund that there is not', async () => {
	const answer = await get(sandbox, `${PATH}/UNKNOWN`);
	expect(answer).toMatchObject({ status: 404, json: { code: 'RESOURCE_NOT_EXISTS' } });
});

describe('global', () => {
	const exchange_rate = { type: 'SETTLEMENT_RATE', rate: 12_800_000 };

	test('calls its number id, and is found by both', async () => {
		const payment = sandbox.pay({
			total: 1000,
			currency: 'HKD',
			payer_total: 920,
			payer_currency: 'CNY',
			exchange_rate,
		});
		const body = {
			mchid: '1900000001',
			transaction_id: payment.transaction_id,
			out_refund_no: 'GLOBAL1',
			amount: { refund: 500, total: 1000, currency: 'HKD' },
		};
		const { status, json } = await post(sandbox, '/v3/global/refunds', body);
		expect(status).toBe(200);
		expect(json).toMatchObject({ out_refund_no: 'GLOBAL1', status: 'PROCESSING' });
		const targets = [`id/${String(json.id)}`, 'out-refund-no/GLOBAL1'];
		for (const target of targets) {
			const found = await get(sandbox, `/v3/global/refunds/${target}?mchid=1900000001`);
			expect(found.json).toMatchObject({
				id: json.id,
				status: 'SUCCESS',
				recv_account: '招商银行信用卡0403',
				fund_source: 'REFUND_SOURCE_UNSETTLED_FUNDS',
				amount: {
					total: 1000,
					currency: 'HKD',
					refund: 500,
					payer_refund: 460,
					payer_currency: 'CNY',
					exchange_rate,
				},
			});
			expect((await get(sandbox, `/v3/global/refunds/${target}`)).status).toBe(400);
		}
		expect((await post(sandbox, '/v3/global/refunds', { ...body, mchid: undefined })).status).toBe(
			400,
		);
	});
});

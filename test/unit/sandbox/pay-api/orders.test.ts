import type { Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { get, post } from '../api-call';
import { isGenuine } from '../merchant';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const mchid = '1900000001';
const path = (number: string): string => `/v3/pay/transactions/out-trade-no/${number}`;

test('an unpaid order is found by its own number alone, without what only payments have', async () => {
	const order = sandbox.order({ total: 19800 });
	const { status, json } = await get(sandbox, `${path(order.out_trade_no)}?mchid=${mchid}`);
	expect(status).toBe(200);
	expect(json).toEqual({
		mchid,
		appid: sandbox.merchant.appid,
		out_trade_no: order.out_trade_no,
		trade_state: 'NOTPAY',
		trade_state_desc: '订单未支付',
		amount: { total: 19800, currency: 'CNY', payer_currency: 'CNY' },
		scene_info: { device_id: '' },
		promotion_detail: [],
	});
});

test('an unpaid order can be paid, and is then a payment', async () => {
	const { out_trade_no } = sandbox.order({ total: 100 });
	const payment = sandbox.pay({ out_trade_no, total: 100 });
	expect((await get(sandbox, `${path(out_trade_no)}?mchid=${mchid}`)).json).toEqual(payment);
	expect(() => sandbox.order({ out_trade_no, total: 100 })).toThrow(out_trade_no);
});

test('once a refund was asked for, the order says REFUND, and the notification still SUCCESS', async () => {
	const payment = sandbox.pay({ total: 100 });
	sandbox.refund(payment, { refund: 1, status: 'PROCESSING' });
	for (const target of [
		path(payment.out_trade_no),
		`/v3/pay/transactions/id/${payment.transaction_id}`,
	]) {
		const { json } = await get(sandbox, `${target}?mchid=${mchid}`);
		expect(json).toMatchObject({ trade_state: 'REFUND', trade_state_desc: '转入退款' });
	}
	expect(payment.trade_state).toBe('SUCCESS');
});

describe('close', () => {
	test.each(['/v3/pay', '/v3/global'])('%s: 204 and nothing, signed', async (prefix) => {
		const { out_trade_no } = sandbox.order({ total: 100 });
		const target = `${prefix}/transactions/out-trade-no/${out_trade_no}`;
		const { status, headers, text } = await post(sandbox, `${target}/close`, { mchid });
		expect({ status, text }).toEqual({ status: 204, text: '' });
		expect(isGenuine(sandbox, headers, text)).toBe(true);
		const { json } = await get(sandbox, `${target}?mchid=${mchid}`);
		expect(json).toMatchObject({ trade_state: 'CLOSED', trade_state_desc: '订单已关闭' });
		expect(() => sandbox.pay({ out_trade_no, total: 100 })).toThrow('closed');
	});

	test('refuses what is paid, closed, being paid or unknown', async () => {
		const { out_trade_no: paid } = sandbox.pay({ total: 1 });
		const { out_trade_no: closed } = sandbox.order({ total: 1, state: 'CLOSED' });
		const { out_trade_no: paying } = sandbox.order({ total: 1, state: 'USERPAYING' });
		const cases: [string, number, string][] = [
			[paid, 400, 'ORDER_PAID'],
			[closed, 400, 'ORDER_CLOSED'],
			[paying, 429, 'FREQUENCY_LIMITED'],
			['UNKNOWN1', 404, 'ORDER_NOT_EXIST'],
		];
		for (const [number, status, code] of cases) {
			const answer = await post(sandbox, `${path(number)}/close`, { mchid });
			expect(answer).toMatchObject({ status, json: { code } });
		}
	});

	test.each([[{}], [{ mchid: '1900000002' }], [[]], ['text']])(
		'refuses the body %j',
		async (body) => {
			const { out_trade_no } = sandbox.order({ total: 1 });
			const answer = await post(sandbox, `${path(out_trade_no)}/close`, body);
			expect(answer).toMatchObject({ status: 400, json: { code: 'PARAM_ERROR' } });
		},
	);
});

test('a global query has the promotion under its own names', async () => {
	const payment = sandbox.pay({
		total: 100,
		promotion_detail: [{ coupon_id: '7', amount: 10, wechatpay_contribute: 10 }],
	});
	const target = `/v3/global/transactions/id/${payment.transaction_id}?mchid=${mchid}`;
	expect((await get(sandbox, target)).json.promotion_detail).toEqual([
		{
			promotion_id: '7',
			type: 'DISCOUNT',
			amount: 10,
			wxpay_contribute_amount: 10,
			merchant_contribute_amount: 0,
			other_contribute_amount: 0,
		},
	]);
});

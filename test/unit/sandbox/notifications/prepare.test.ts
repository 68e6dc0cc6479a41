import type { Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import { isGenuine } from '../merchant';
import { opened } from '../open-notification';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterAll(async () => sandbox.stop());

const timeInBeijing = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/) as string;

describe('refunds', () => {
	test.each([
		['SUCCESS', '退款成功', timeInBeijing],
		['ABNORMAL', '退款异常', undefined],
		['CLOSED', '退款关闭', undefined],
	] as const)(
		'REFUND.%s carries the refund, its state under refund_status',
		(status, summary, time) => {
			const payment = sandbox.pay({ total: 19800 });
			const refund = sandbox.refund(payment, { refund: 5000, out_refund_no: `R${status}`, status });
			const request = sandbox.prepareNotification(refund);
			expect(isGenuine(sandbox, request.headers, request.body)).toBe(true);
			expect(opened(request, sandbox)).toEqual({
				event_type: `REFUND.${status}`,
				original_type: 'refund',
				summary,
				resource: {
					mchid: sandbox.merchant.mchid,
					out_trade_no: payment.out_trade_no,
					transaction_id: payment.transaction_id,
					out_refund_no: `R${status}`,
					refund_id: expect.stringMatching(/^5030\d{25}$/) as string,
					refund_status: status,
					...(time === undefined ? {} : { success_time: time }),
					user_received_account: '招商银行信用卡0403',
					amount: { total: 19800, refund: 5000, payer_total: 19800, payer_refund: 5000 },
				},
			});
		},
	);

	test('one under way is not notified until it is settled', () => {
		const payment = sandbox.pay({ total: 100 });
		const refund = sandbox.refund(payment, { refund: 100, status: 'PROCESSING' });
		for (const as of ['direct', 'v2'] as const) {
			expect(() => sandbox.prepareNotification(refund, { as })).toThrow('settle it first');
		}
		expect(sandbox.settleRefund(refund, 'SUCCESS').success_time).toEqual(timeInBeijing);
		expect(opened(sandbox.prepareNotification(refund), sandbox).event_type).toBe('REFUND.SUCCESS');
		expect(sandbox.settleRefund(refund, 'ABNORMAL')).not.toHaveProperty('success_time');
	});

	test('never exceed the payment; a closed one gives its amount back', () => {
		const payment = sandbox.pay({ total: 100 });
		sandbox.refund(payment, { refund: 60, status: 'CLOSED' });
		const { out_refund_no } = sandbox.refund(payment, { refund: 60 });
		expect(() => sandbox.refund(payment, { refund: 41 })).toThrow('Only 40 of 100');
		expect(() => sandbox.refund(payment, { refund: 0 })).toThrow('positive');
		expect(() => sandbox.refund(payment, { refund: 1, out_refund_no })).toThrow(out_refund_no);
	});

	test('parts of a payment with a coupon bring back exactly what the buyer paid', () => {
		const payment = sandbox.pay({ total: 100, payer_total: 95 });
		const parts = [33, 33, 34].map((refund) => sandbox.refund(payment, { refund }).amount);
		expect(parts.map(({ payer_refund }) => payer_refund)).toEqual([31, 31, 33]);
		expect(parts.map(({ discount_refund }) => discount_refund)).toEqual([2, 2, 1]);
	});
});

describe("a partner's notifications", () => {
	test('of a payment name both sides', () => {
		const payment = sandbox.pay({ total: 100, openid: 'oPayer' });
		const { resource } = opened(sandbox.prepareNotification(payment, { as: 'partner' }), sandbox);
		expect(resource).toMatchObject({
			sp_appid: sandbox.merchant.appid,
			sp_mchid: sandbox.merchant.mchid,
			sub_mchid: '1900000109',
			payer: { sp_openid: 'oPayer' },
			transaction_id: payment.transaction_id,
			amount: payment.amount,
		});
		expect(resource).not.toHaveProperty('mchid');
		expect(resource).not.toHaveProperty('appid');
	});

	test('of a refund as well', () => {
		const refund = sandbox.refund(sandbox.pay({ total: 100 }), { refund: 100 });
		const request = sandbox.prepareNotification(refund, { as: 'partner', subMchid: '1900000110' });
		const { resource } = opened(request, sandbox);
		expect(resource).toMatchObject({ sub_mchid: '1900000110', refund_id: refund.refund_id });
		expect(resource).toHaveProperty('sp_mchid', sandbox.merchant.mchid);
		expect(resource).not.toHaveProperty('mchid');
	});
});

test('a combined order lists its orders, amounts under names of their own', () => {
	const payments = [
		sandbox.pay({ total: 200, payer_total: 150, attach: 'TEE-RED-M*2', openid: 'oFirst' }),
		sandbox.pay({ total: 300 }),
	];
	const combined = sandbox.combine(payments, { combine_out_trade_no: 'COMBINED1' });
	const { event_type, resource } = opened(sandbox.prepareNotification(combined), sandbox);
	expect(event_type).toBe('TRANSACTION.SUCCESS');
	expect(resource).toMatchObject({
		combine_appid: sandbox.merchant.appid,
		combine_mchid: sandbox.merchant.mchid,
		combine_out_trade_no: 'COMBINED1',
		combine_payer_info: { openid: 'oFirst' },
		sub_orders: [
			{
				mchid: sandbox.merchant.mchid,
				out_trade_no: payments[0]!.out_trade_no,
				transaction_id: payments[0]!.transaction_id,
				trade_state: 'SUCCESS',
				attach: 'TEE-RED-M*2',
				amount: { total_amount: 200, payer_amount: 150, currency: 'CNY', payer_currency: 'CNY' },
			},
			{ transaction_id: payments[1]!.transaction_id, amount: { total_amount: 300 } },
		],
	});
	expect(resource).not.toHaveProperty('trade_state');
	expect(sandbox.prepareNotification(combined, { as: 'v2' }).body).toContain('sub_order_list');
	expect(() => sandbox.prepareNotification(combined, { as: 'global' })).toThrow('as global');
	expect(() => sandbox.combine([])).toThrow('at least one');
});

describe('global WeChat Pay', () => {
	const exchange_rate = { type: 'SETTLEMENT_RATE', rate: 12_800_000 };
	const order = {
		total: 528800,
		currency: 'HKD',
		payer_total: 486496,
		payer_currency: 'CNY',
		exchange_rate,
		promotion_detail: [
			{
				coupon_id: '109519',
				name: '单品惠-6',
				scope: 'SINGLE' as const,
				type: 'NOCASH' as const,
				amount: 1,
				stock_id: '931386',
				wechatpay_contribute: 1,
				goods_detail: [{ goods_id: 'P1', quantity: 1, unit_price: 528800, discount_amount: 1 }],
			},
		],
	};

	test('calls its order number id, and tells the rate', () => {
		const payment = sandbox.pay(order);
		const { resource } = opened(sandbox.prepareNotification(payment, { as: 'global' }), sandbox);
		expect(resource).not.toHaveProperty('transaction_id');
		expect(resource).toMatchObject({
			id: payment.transaction_id,
			amount: {
				total: 528800,
				currency: 'HKD',
				payer_total: 486496,
				payer_currency: 'CNY',
				exchange_rate,
			},
		});
		expect(resource.promotion_detail).toEqual([
			{
				promotion_id: '109519',
				name: '单品惠-6',
				scope: 'SINGLE',
				type: 'DISCOUNT',
				amount: 1,
				activity_id: '931386',
				wechatpay_contribute_amount: 1,
				merchant_contribute_amount: 0,
				other_contribute_amount: 0,
				goods_detail: [{ goods_id: 'P1', quantity: 1, price: 528800 }],
			},
		]);
	});

	test('refunds keep transaction_id, and say where the money came from and went', () => {
		const payment = sandbox.pay(order);
		const refund = sandbox.refund(payment, { refund: 528800 });
		const { event_type, resource } = opened(
			sandbox.prepareNotification(refund, { as: 'global' }),
			sandbox,
		);
		expect(event_type).toBe('REFUND.SUCCESS');
		expect(resource).toEqual({
			mchid: sandbox.merchant.mchid,
			out_trade_no: payment.out_trade_no,
			transaction_id: payment.transaction_id,
			out_refund_no: refund.out_refund_no,
			refund_id: refund.refund_id,
			refund_status: 'SUCCESS',
			success_time: refund.success_time,
			recv_account: '招商银行信用卡0403',
			fund_source: 'REFUND_SOURCE_UNSETTLED_FUNDS',
			amount: {
				total: 528800,
				currency: 'HKD',
				refund: 528800,
				payer_total: 486496,
				payer_refund: 486496,
				payer_currency: 'CNY',
				exchange_rate,
			},
		});
	});
});

describe('events of other products', () => {
	test.each([
		['payScore', 'PAYSCORE.USER_OPEN_SERVICE', 'payscore'],
		['profitSharing', 'TRANSACTION.SUCCESS', 'profitsharing'],
		['debit', 'TRANSACTION.SUCCESS', 'transaction'],
		['securityEcho', 'SECURITY_ECHO.SUCCESS', 'security_echo'],
		['complaint', 'COMPLAINT.CREATE', undefined],
	] as const)('%s is %s about %s, and no paid order', (example, event_type, original_type) => {
		const request = sandbox.prepareNotification(sandbox.event(example));
		expect(isGenuine(sandbox, request.headers, request.body)).toBe(true);
		const notification = opened(request, sandbox);
		expect(notification).toMatchObject({ event_type, original_type });
		expect(notification.resource).not.toHaveProperty('trade_state');
	});

	test('can be replaced by any other', () => {
		const event = sandbox.event('complaint', { event_type: 'NEW.KIND', resource: { a: 1 } });
		expect(opened(sandbox.prepareNotification(event), sandbox)).toMatchObject({
			event_type: 'NEW.KIND',
			resource: { a: 1 },
		});
	});
});

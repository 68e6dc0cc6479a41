import { EVENTS } from '../../../../lib/wechat-pay/notification/notification';
import {
	receiveNotification,
	type Received,
	type Recipient,
} from '../../../../lib/wechat-pay/receive-notification';
import type { PreparedRequest } from '../../../../sandbox/index';
import { lowerCase, NOW, openMerchant, verdict, type Merchant } from './merchant';

let merchant: Merchant;
beforeAll(async () => {
	merchant = await openMerchant();
});
afterAll(async () => merchant.sandbox.stop());

const receive = ({ body, headers }: PreparedRequest, change: Partial<Recipient> = {}): Received => {
	const recipient = {
		...merchant.account,
		linesFrom: 'attach' as const,
		events: EVENTS,
		...change,
	};
	return receiveNotification(Buffer.from(body), lowerCase(headers), recipient, NOW);
};

const pay = (order = {}) =>
	merchant.sandbox.pay({ total: 24_800, attach: 'TEE-RED-M*1', ...order });
const prepare: Merchant['sandbox']['prepareNotification'] = (...args) =>
	merchant.sandbox.prepareNotification(...args);

/** The notification under other labels; undefined: WeChat leaves the field out. */
function relabelled(
	subject: Parameters<typeof prepare>[0],
	{ originalType, eventType }: { originalType: string | undefined; eventType?: string },
): PreparedRequest {
	const label = eventType === undefined ? {} : { eventType };
	const request = prepare(subject, { originalType: originalType ?? 'transaction', ...label });
	if (originalType !== undefined) return request;
	const body = JSON.parse(request.body) as { resource: { original_type?: string } };
	delete body.resource.original_type;
	return merchant.sandbox.sign(JSON.stringify(body));
}

describe('whose order it is', () => {
	it('is checked against the service provider, its merchant and either app', () => {
		const request = prepare(pay(), { as: 'partner' });
		expect(verdict(receive(request))).toBe('payment');
		expect(verdict(receive(request, { subMchid: '1900000109' }))).toBe('payment');
		expect(verdict(receive(request, { appid: 'wx0123456789abcdef' }))).toBe('payment');
		expect(verdict(receive(request, { subMchid: '1900000110' }))).toBe(
			'500 WECHAT_SUB_MERCHANT_MISMATCH',
		);
		expect(verdict(receive(request, { appid: 'wxffffffffffffffff' }))).toBe(
			'500 WECHAT_APP_MISMATCH',
		);
		expect(verdict(receive(request, { mchid: '1900000109' }))).toBe('500 WECHAT_MERCHANT_MISMATCH');
	});

	it.each(['direct', 'partner', 'global', 'v2'] as const)('is checked for a refund, %s', (as) => {
		const request = prepare(merchant.sandbox.refund(pay(), { refund: 100 }), { as });
		expect(verdict(receive(request))).toBe('refund');
		expect(verdict(receive(request, { mchid: '1900000999' }))).toBe('500 WECHAT_MERCHANT_MISMATCH');
	});

	it('is checked for a combined order and for APIv2', () => {
		for (const request of [
			prepare(merchant.sandbox.combine([pay()])),
			prepare(pay(), { as: 'v2' }),
		]) {
			expect(verdict(receive(request, { mchid: '1900000999' }))).toBe(
				'500 WECHAT_MERCHANT_MISMATCH',
			);
			expect(verdict(receive(request, { appid: 'wxffffffffffffffff' }))).toBe(
				'500 WECHAT_APP_MISMATCH',
			);
		}
	});
});

describe('what it is about', () => {
	it('is told by the content where labels are shared', () => {
		const { sandbox } = merchant;
		for (const example of ['profitSharing', 'debit', 'payScore', 'securityEcho'] as const) {
			expect(verdict(receive(prepare(sandbox.event(example))))).toBe('ignored');
		}
		const refund = sandbox.refund(pay(), { refund: 100 });
		for (const eventType of ['REFUND.CLOSED', 'TRANSACTION.SUCCESS', 'REFUND', '']) {
			expect(receive(prepare(refund, { eventType }))).toMatchObject({
				kind: 'refund',
				items: [{ notification: { event_type: 'REFUND.SUCCESS' } }],
			});
		}
	});

	it.each([undefined, '', 'transactions', 'profitsharing', 'constructor', '__proto__'])(
		'is a payment under the original type %j, which was dropped with 200 before',
		(originalType) => {
			const payment = pay();
			for (const eventType of ['TRANSACTION.SUCCESS', 'PAYMENT.SUCCESS', '']) {
				expect(receive(relabelled(payment, { originalType, eventType }))).toMatchObject({
					kind: 'payment',
					items: [
						{
							out_trade_no: payment.out_trade_no,
							notification: { event_type: 'TRANSACTION.SUCCESS' },
						},
					],
				});
			}
			const refund = merchant.sandbox.refund(payment, { refund: 100 });
			expect(verdict(receive(relabelled(refund, { originalType })))).toBe('refund');
		},
	);

	it('is a complaint, under whatever label, when complaints were asked for', () => {
		const complaint = merchant.sandbox.event('complaint');
		const number = '200201820200101080076610000';
		for (const [eventType, event_type] of [
			['COMPLAINT.CREATE', 'COMPLAINT.CREATE'],
			['COMPLAINT.STATE_CHANGE', 'COMPLAINT.STATE_CHANGE'],
			['', 'COMPLAINT.CREATE'],
		] as const) {
			const received = receive(prepare(complaint, { eventType }));
			expect(received).toMatchObject({
				kind: 'complaint',
				items: [
					{
						mchid: merchant.account.mchid,
						complaint_id: number,
						action_type: 'CREATE_COMPLAINT',
						notification: { event_type, api: 'v3' },
					},
				],
			});
		}
		const payments = { events: ['TRANSACTION.SUCCESS'] };
		expect(verdict(receive(prepare(complaint), payments))).toBe('ignored');
	});

	it('is a payment when it does not name its state, and when a refund has begun since', () => {
		const { trade_state, ...untold } = pay();
		expect(trade_state).toBe('SUCCESS');
		expect(receive(prepare(pay(), { resource: untold }))).toMatchObject({
			items: [{ trade_state: 'SUCCESS' }],
		});
		const refunded = { ...untold, trade_state: 'REFUND' };
		expect(receive(prepare(pay(), { resource: refunded }))).toMatchObject({
			items: [{ trade_state: 'REFUND' }],
		});
	});

	it('is never dropped when it may be money and is not understood', () => {
		const payment = pay();
		for (const resource of [
			{},
			{ ...payment, trade_state: 'SETTLED' },
			{ mchid: payment.mchid, out_trade_no: payment.out_trade_no },
			{ mchid: payment.mchid, refund_status: 'HALF' },
		]) {
			expect(verdict(receive(prepare(payment, { resource })))).toBe(
				'500 WECHAT_NOTIFICATION_NOT_UNDERSTOOD',
			);
		}
	});

	it('is ignored when it is an order that is known not to be paid', () => {
		for (const trade_state of ['NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'ACCEPTED']) {
			expect(verdict(receive(prepare(pay(), { resource: { ...pay(), trade_state } })))).toBe(
				'ignored',
			);
		}
	});

	it('is ignored unless it was asked for', () => {
		for (const as of ['direct', 'v2'] as const) {
			const payment = pay();
			const refund = merchant.sandbox.refund(payment, { refund: 100 });
			const refunds = { events: ['REFUND.SUCCESS'] };
			expect(verdict(receive(prepare(payment, { as }), refunds))).toBe('ignored');
			expect(verdict(receive(prepare(refund, { as }), refunds))).toBe('refund');
			expect(verdict(receive(prepare(refund, { as }), { events: ['REFUND.CLOSED'] }))).toBe(
				'ignored',
			);
		}
	});

	it('never looks like a payment when it is a refund', () => {
		const request = prepare(merchant.sandbox.refund(pay(), { refund: 100 }));
		const received = receive(request);
		expect(received).toMatchObject({
			kind: 'refund',
			items: [{ refund_fen: 100, refund: '1.00' }],
		});
		if (received.kind !== 'refund') return;
		expect(Object.keys(received.items[0]!)).not.toContain('total_fen');
	});

	it('gives the readable sub-orders although one is odd', () => {
		const { sandbox } = merchant;
		const good = pay();
		for (const odd of [
			{ ...pay(), amount: {} },
			{ ...pay(), trade_state: 'HALF' },
			{ ...pay(), out_trade_no: '', transaction_id: '' },
		]) {
			const combined = sandbox.combine([good, odd as unknown as typeof good]);
			expect(receive(prepare(combined))).toMatchObject({
				items: [{ out_trade_no: good.out_trade_no }],
				problems: [{ code: 'WECHAT_TRANSACTION_UNREADABLE' }],
			});
			const alone = prepare(sandbox.combine([odd as unknown as typeof good]));
			expect(verdict(receive(alone))).toBe('500 WECHAT_TRANSACTION_UNREADABLE');
		}
	});

	it('leaves out sub-orders that are not paid', () => {
		const { sandbox } = merchant;
		const [one, other] = [pay(), { ...pay(), trade_state: 'NOTPAY' }];
		expect(receive(prepare(sandbox.combine([one, other])))).toMatchObject({
			kind: 'payment',
			items: [{ out_trade_no: one.out_trade_no }],
		});
		expect(verdict(receive(prepare(sandbox.combine([other]))))).toBe('ignored');
	});
});

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

const pay = (order = {}) => merchant.sandbox.pay({ total: 24_800, attach: 'TEE-RED-M', ...order });
const prepare: Merchant['sandbox']['prepareNotification'] = (...args) =>
	merchant.sandbox.prepareNotification(...args);

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
		for (const example of [
			'profitSharing',
			'debit',
			'payScore',
			'complaint',
			'securityEcho',
		] as const) {
			expect(verdict(receive(prepare(sandbox.event(example))))).toBe('ignored');
		}
		const refund = sandbox.refund(pay(), { refund: 100 });
		const mislabelled = prepare(refund, { eventType: 'REFUND.CLOSED' });
		expect(verdict(receive(mislabelled))).toBe('ignored');
		const asPayment = prepare(refund, {
			eventType: 'TRANSACTION.SUCCESS',
			originalType: 'transaction',
		});
		expect(verdict(receive(asPayment))).toBe('ignored');
		for (const originalType of ['constructor', '__proto__', '']) {
			expect(verdict(receive(prepare(refund, { originalType })))).toBe('ignored');
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

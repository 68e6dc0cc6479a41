import { beijingDay, beijingTime } from '../core/beijing-time';
import { hearBuyer } from '../complaints/move-complaint';
import { combine } from '../payments/combined-payment';
import type { NotificationSender } from '../delivery/sender';
import type { Identity } from '../merchant/identity';
import { createMall } from '../merchant/mall';
import type { Phone } from '../phone/phone';
import type { PlatformKeys } from '../keys/platform-keys';
import { makePayment } from '../payments/payment';
import { makeRefund, settle } from '../refunds/refund';
import { signNotification, writeNotification } from '../notifications/prepare';
import { numbersOf } from '../notifications/subject';
import { unrelatedEvent } from '../notifications/unrelated-event';
import { serverApiControls } from '../server-api/controls';
import type { Sandbox } from './sandbox';
import { makeUnpaidOrder } from '../payments/unpaid-order';
import type { WeChat } from './wechat';

type PlatformSide = Omit<Sandbox, keyof Identity | keyof PlatformKeys | 'url' | 'stop'>;

/** What a test, or a person over the control routes, makes WeChat do. */
export function platformSide(
	wechat: WeChat,
	sender: NotificationSender,
	phone: Phone,
): PlatformSide {
	const { mchid, appid, random, payments, refunds } = wechat;
	return {
		pay: (order) => {
			const payment = makePayment(order, { mchid, appid, random, atMs: wechat.now() });
			payments.add(payment, order.description);
			return payment;
		},
		payments: () => payments.all(),
		order: (request) => {
			const order = makeUnpaidOrder(request, { mchid, appid, random, atMs: wechat.now() });
			payments.addUnpaid(order);
			return order;
		},
		refundRules: wechat.refundRules,
		billEdits: wechat.billEdits,
		refund: (payment, request) => {
			const refundedBefore = refunds.refundedOf(payment.transaction_id);
			const feeRate = wechat.feeRates(beijingDay(payment.success_time));
			const setting = { refundedBefore, atMs: wechat.now(), feeRate, random };
			const refund = makeRefund(payment, request, setting);
			refunds.add(refund);
			return refund;
		},
		refunds: () => refunds.all(),
		settleRefund: (refund, status) => settle(refund, status, wechat.now()),
		complain: (payment, request) => {
			const complaint = wechat.complaints.open(payment, request);
			wechat.notifyComplaint({ complaint, action_type: 'CREATE_COMPLAINT' });
			return complaint;
		},
		complainAgain: (complaint, text) => {
			const action_type = hearBuyer(complaint, text, wechat);
			wechat.notifyComplaint({ complaint, action_type });
			return complaint;
		},
		complaints: () => wechat.complaints.all(),
		complaintRules: wechat.complaintRules,
		sharedOrders: (transaction_id) => wechat.sharing.of(transaction_id),
		declarations: () => wechat.customs.all(),
		customsRules: wechat.customsRules,
		settleDeclaration: (declaration, state, explanation = '') =>
			Object.assign(declaration, { state, explanation, modify_time: beijingTime(wechat.now()) }),
		combine: (together, order = {}) => {
			const combined = combine(together, order, { atMs: wechat.now(), random });
			wechat.combined.push(combined);
			return combined;
		},
		event: (example, replaced) =>
			unrelatedEvent(example, { mchid, appid, subMchid: mchid }, replaced),
		faults: wechat.faults,
		calls: () => [...wechat.calls],
		serverApi: serverApiControls(wechat, sender),
		mall: createMall(wechat),
		phone,
		prepareNotification: (subject, options) =>
			writeNotification(wechat, subject, options).prepare(),
		sign: (body, options) => signNotification(wechat, body, options),
		deliver: async (url, request) => sender.deliver(url, request),
		notify: async (subject, options = {}) => {
			const url = options.url ?? phone.notifyUrl;
			if (url === undefined) throw new Error('Say where the notification goes: url or notifyUrl');
			const notification = writeNotification(wechat, subject, options);
			return await sender.notify(numbersOf(subject), notification, url, options);
		},
		deliveries: (filter) => sender.deliveries(filter),
		waitUntilSettled: async () => sender.waitUntilSettled(),
	};
}

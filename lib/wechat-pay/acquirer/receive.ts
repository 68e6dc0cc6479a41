import { IntegrationError } from '../../core/errors';
import { asObject, parseObject, type JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';
import type { Headers } from '../keys/signature';
import type {
	AcquirerAccount,
	AcquirerName,
	AcquirerPayment,
	AcquirerReading,
	AcquirerReceipt,
	AcquirerRefund,
	PaidObject,
} from './acquirer';
import { eventAccount } from './account';
import { AIRWALLEX_PAID, readPaymentIntent } from './airwallex';
import { textAt, timeOf, unreadable } from './fields';
import { acquirerLines } from './order-lines';
import { isRefundEvent, readRefundEvent } from './refund';
import { verifyAcquirerSignature } from './signature';
import { readStripeObject, STRIPE_PAID } from './stripe';

/** What an acquirer's request turned out to be. */
export type AcquirerResult =
	| { kind: 'payment'; item: AcquirerPayment }
	/** Of a payment that may be unknown, where the event does not name the method. */
	| { kind: 'refund'; item: AcquirerRefund }
	/** Genuine, but no order: to be acknowledged. */
	| { kind: 'ignored'; notification: AcquirerReceipt; reason: string }
	/** Not proved to come from the acquirer. */
	| { kind: 'refused'; error: IntegrationError };

const PAID: Record<AcquirerName, { events: string[]; read(object: JsonObject): PaidObject }> = {
	airwallex: { events: AIRWALLEX_PAID, read: readPaymentIntent },
	stripe: { events: STRIPE_PAID, read: readStripeObject },
};

/**
 * Verifies the raw bytes of an acquirer's webhook, and only then reads them.
 *
 * @param now milliseconds since 1970
 * @throws IntegrationError `ACQUIRER_SECRET_MISSING`; for a genuine event `ACQUIRER_EVENT_UNREADABLE`,
 * `ACQUIRER_ACCOUNT_MISSING`, `ACQUIRER_ACCOUNT_MISMATCH` or `ACQUIRER_METHOD_UNKNOWN`
 */
export function receiveAcquirerEvent(
	account: AcquirerAccount,
	headers: Headers,
	body: Buffer,
	reading: AcquirerReading,
	now: number,
): AcquirerResult {
	try {
		verifyAcquirerSignature(account, headers, body, now, reading.toleranceS);
	} catch (error) {
		if (!(error instanceof IntegrationError) || error.code === 'ACQUIRER_SECRET_MISSING')
			throw error;
		return { kind: 'refused', error };
	}
	const event = parseObject(body);
	if (!event) throw unreadable('JSON object');
	return readEvent(account, event, reading);
}

function readEvent(
	account: AcquirerAccount,
	event: JsonObject,
	reading: AcquirerReading,
): AcquirerResult {
	const notification = receiptOf(account.acquirer, event);
	const ignored = (reason: string): AcquirerResult => ({ kind: 'ignored', notification, reason });
	const { events, read } = PAID[account.acquirer];
	const isRefund = isRefundEvent(account.acquirer, notification.event_type);
	if (!isRefund && !events.includes(notification.event_type)) {
		return ignored('It announces no payment and no refund.');
	}
	const test = event['livemode'] === false;
	if (test && !reading.acceptTest) return ignored('It is a payment in test mode.');
	const object = asObject(asObject(event['data'])?.['object']);
	if (!object) throw unreadable('data.object');
	if (isRefund) {
		const of = eventAccount(account, event);
		const refund = readRefundEvent(object, of, reading, notification);
		return typeof refund === 'string' ? ignored(refund) : { kind: 'refund', item: refund };
	}
	const paid = read(object);
	if (reading.methods === 'wechat') {
		if (paid.isWechat === undefined) throw methodUnknown(notification.event_type);
		if (!paid.isWechat) return ignored(`It was paid by ${paid.method ?? 'another method'}.`);
	}
	const item = toItem(paid, object, eventAccount(account, event), reading, notification);
	if (test) item.acquirer.test = true;
	return { kind: 'payment', item };
}

function receiptOf(acquirer: AcquirerName, event: JsonObject): AcquirerReceipt {
	const id = textAt(event, 'id') ?? '';
	return {
		id,
		event_type: textAt(event, acquirer === 'stripe' ? 'type' : 'name') ?? '',
		create_time: timeOf(event['created'] ?? event['created_at']) ?? '',
		acknowledge: 'webhook',
		batch_id: `${acquirer}:${id}`,
		batch_size: 1,
		api: acquirer,
	};
}

function toItem(
	{ payment_id, total, currency, success_time, method, ...paid }: PaidObject,
	object: JsonObject,
	{ acquirer: name, accountId }: AcquirerAccount,
	reading: AcquirerReading,
	notification: AcquirerReceipt,
): AcquirerPayment {
	const amount = { total, currency };
	const openid = textAt(object, reading.openidPath);
	const wechatId = textAt(object, reading.wechatTransactionIdPath) ?? paid.wechat_transaction_id;
	return {
		mchid: `${name}:${accountId}`,
		// As at WeChat Pay: a payment without an order number is recorded under the number that it has.
		out_trade_no: textAt(object, reading.orderNumberPath || paid.orderNumberPath) ?? payment_id,
		transaction_id: payment_id,
		trade_state: 'SUCCESS',
		...(success_time === undefined ? {} : { success_time }),
		payer: openid === undefined ? {} : { openid },
		amount,
		total_fen: total,
		total: toDecimal(money(total, currency)),
		...acquirerLines(object, reading, amount),
		acquirer: {
			name,
			account: accountId,
			payment_id,
			...(method === undefined ? {} : { method }),
			...(wechatId === undefined ? {} : { wechat_transaction_id: wechatId }),
		},
		notification,
	};
}

const methodUnknown = (event_type: string) =>
	new IntegrationError({
		code: 'ACQUIRER_METHOD_UNKNOWN',
		message: `The event ${event_type} does not say whether the buyer paid by WeChat Pay.`,
		likelyCause:
			'A Stripe Payment Intent lists the methods that it allows, and some API versions of Airwallex leave the attempt out.',
		nextStep:
			'At Stripe, let the webhook send charge.succeeded. Or set Payment Methods to All Methods in this node.',
	});

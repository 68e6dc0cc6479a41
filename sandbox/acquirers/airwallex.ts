import { hmacHex } from './hmac';
import type { SignedWebhook } from './signed-webhook';

/** What a merchant's Airwallex account announces. Amounts are decimal, as in Airwallex's API. */
export interface AirwallexPayment {
	intentId: string;
	orderNumber: string;
	/** In the major unit, e.g. 199.5. */
	amount: number;
	currency: string;
	accountId: string;
	/** Default: `wechatpay`. Empty: the event has no attempt. */
	method?: string;
	metadata?: Record<string, string>;
	products?: object[];
	/** Default: `payment_intent.succeeded`. */
	event?: string;
	/** The event is of this refund: `refund.settled` by default. */
	refund?: { id: string; amount: number; status: string };
}

/**
 * A webhook in the form that Airwallex publishes (docs, Webhooks, Online Payments), signed over the time in
 * milliseconds and the body.
 *
 * @param at milliseconds since 1970
 */
export async function airwallexWebhook(
	payment: AirwallexPayment,
	secret: string,
	at: number,
): Promise<SignedWebhook> {
	const body = JSON.stringify(eventOf(payment, at));
	const signature = await hmacHex(secret, `${at}${body}`);
	return {
		body,
		headers: {
			'content-type': 'application/json',
			'x-timestamp': `${at}`,
			'x-signature': signature,
		},
	};
}

function eventOf(payment: AirwallexPayment, at: number): object {
	const { intentId, orderNumber, amount, currency, method = 'wechatpay' } = payment;
	const time = new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
	if (payment.refund) return refundOf(payment, payment.refund, time);
	const attempt = {
		id: intentId.replace('int_', 'att_'),
		amount,
		currency,
		payment_method: { type: method, [method]: { flow: 'mini_program' } },
		status: 'CAPTURE_REQUESTED',
	};
	return {
		id: `evt_${intentId}`,
		name: payment.event ?? 'payment_intent.succeeded',
		accountId: payment.accountId,
		data: {
			object: {
				id: intentId,
				request_id: `req_${intentId}`,
				merchant_order_id: orderNumber,
				amount,
				currency,
				captured_amount: amount,
				status: 'SUCCEEDED',
				...(payment.metadata && { metadata: payment.metadata }),
				...(payment.products && { order: { products: payment.products } }),
				...(method && { latest_payment_attempt: attempt }),
				created_at: time,
				updated_at: time,
			},
		},
		created_at: time,
	};
}

/** The form of the published sample of `refund.accepted`: neither order number nor method. */
function refundOf(
	{ intentId, currency, accountId, event = 'refund.settled' }: AirwallexPayment,
	{ id, amount, status }: { id: string; amount: number; status: string },
	time: string,
): object {
	const object = {
		request_id: `req_${id}`,
		id,
		payment_attempt_id: intentId.replace('int_', 'att_'),
		payment_intent_id: intentId,
		...{ amount, currency, reason: 'Return good', status },
		...{ created_at: time, updated_at: time },
	};
	return { id: `evt_${id}_${status}`, name: event, accountId, data: { object }, created_at: time };
}

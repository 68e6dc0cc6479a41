import { hmacHex } from './hmac';
import type { SignedWebhook } from './signed-webhook';

/** What a merchant's Stripe account announces. Amounts are in Stripe's smallest unit. */
export interface StripePayment {
	intentId: string;
	amount: number;
	/** Lower case, as Stripe writes it. */
	currency: string;
	metadata?: Record<string, string>;
	/** Default: `charge.succeeded`. */
	event?: string;
	/** Default: `wechat_pay`. */
	method?: string;
	/** The methods that a Payment Intent allows. Default: only the method. */
	allowed?: string[];
	wechatTransactionId?: string;
	/** Of a connected account. */
	account?: string;
	/** Default: true. */
	livemode?: boolean;
	/** The event is of this refund: `refund.updated` by default. */
	refund?: { id: string; amount: number; status: string };
}

/**
 * A webhook in the form of Stripe's API reference, signed as Stripe's libraries verify it: over the time in
 * seconds, a dot and the body.
 *
 * @param at milliseconds since 1970
 * @param otherSecrets sign, too, as while a secret is replaced
 */
export async function stripeWebhook(
	payment: StripePayment,
	secret: string,
	at: number,
	...otherSecrets: string[]
): Promise<SignedWebhook> {
	const seconds = Math.floor(at / 1000);
	// Stripe indents its events.
	const body = JSON.stringify(eventOf(payment, seconds), null, 2);
	const signed = [secret, ...otherSecrets].map(
		async (one) => `v1=${await hmacHex(one, `${seconds}.${body}`)}`,
	);
	return {
		body,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'stripe-signature': [`t=${seconds}`, ...(await Promise.all(signed)), 'v0=00'].join(','),
		},
	};
}

function eventOf(payment: StripePayment, created: number): object {
	const { livemode = true, account, refund: refunded } = payment;
	const { event: type = refunded ? 'refund.updated' : 'charge.succeeded' } = payment;
	return {
		id: `evt_${refunded?.id ?? payment.intentId}_${type}_${refunded?.status ?? ''}`,
		object: 'event',
		...(account && { account }),
		created,
		livemode,
		type,
		data: {
			object: refunded
				? refund(payment, refunded, created)
				: type.startsWith('charge.')
					? charge(payment, created)
					: intent(payment, created),
		},
	};
}

const common = ({ amount, currency, metadata = {}, livemode = true }: StripePayment) => ({
	amount,
	currency,
	livemode,
	metadata,
});

const charge = (payment: StripePayment, created: number) => {
	const { intentId, method = 'wechat_pay', wechatTransactionId = null } = payment;
	const details = { fingerprint: 'f1', transaction_id: wechatTransactionId };
	return {
		id: intentId.replace('pi_', 'py_'),
		object: 'charge',
		...common(payment),
		amount_captured: payment.amount,
		amount_refunded: 0,
		captured: true,
		created,
		paid: true,
		payment_intent: intentId,
		payment_method_details: { type: method, [method]: details },
		status: 'succeeded',
	};
};

const intent = (payment: StripePayment, created: number) => ({
	id: payment.intentId,
	object: 'payment_intent',
	...common(payment),
	amount_received: payment.amount,
	created,
	latest_charge: payment.intentId.replace('pi_', 'py_'),
	payment_method_types: payment.allowed ?? [payment.method ?? 'wechat_pay'],
	status: 'succeeded',
});

const refund = (
	{ intentId, currency, method = 'wechat_pay' }: StripePayment,
	{ id, amount, status }: { id: string; amount: number; status: string },
	created: number,
) => ({
	...{ id, object: 'refund', amount, currency, status, created },
	charge: intentId.replace('pi_', 'py_'),
	destination_details: { type: method, [method]: {} },
	metadata: {},
	payment_intent: intentId,
	reason: null,
});

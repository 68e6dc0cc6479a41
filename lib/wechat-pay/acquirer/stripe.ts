import type { JsonObject } from '../../core/json';
import { currencyExponent } from '../../core/money';
import type { PaidObject } from './acquirer';
import { currencyAt, requiredText, textAt, timeOf, unreadable, valueAt } from './fields';

/** The events of Stripe that say that an order is paid. One payment may be announced by both. */
export const STRIPE_PAID = ['charge.succeeded', 'payment_intent.succeeded'];

/**
 * The payment of a charge or of a Payment Intent that succeeded. Both are named by the Payment Intent, so
 * that two events of one payment are one order. A charge names its method and WeChat's number; a Payment
 * Intent only the methods that the buyer could choose.
 *
 * @throws IntegrationError `ACQUIRER_EVENT_UNREADABLE`
 */
export function readStripeObject(object: JsonObject): PaidObject {
	const isCharge = object['object'] === 'charge';
	const currency = currencyAt(object, 'currency');
	const captured = object[isCharge ? 'amount_captured' : 'amount_received'];
	const method = isCharge ? textAt(object, 'payment_method_details.type') : onlyMethod(object);
	return {
		payment_id: (isCharge && textAt(object, 'payment_intent')) || requiredText(object, 'id'),
		total: stripeMinor(Number(captured) > 0 ? captured : object['amount'], currency),
		currency,
		success_time: timeOf(valueAt(object, 'created')),
		method,
		isWechat: method === undefined ? undefined : method === 'wechat_pay',
		wechat_transaction_id: textAt(object, 'payment_method_details.wechat_pay.transaction_id'),
		orderNumberPath: 'metadata.order_id',
	};
}

function onlyMethod(intent: JsonObject): string | undefined {
	const methods = intent['payment_method_types'];
	const [only, ...others] = Array.isArray(methods) ? (methods as unknown[]) : [];
	return others.length === 0 && typeof only === 'string' ? only : undefined;
}

/** Currencies that Stripe counts in other units than ISO 4217 (docs.stripe.com/currencies). */
const DECIMALS_AT_STRIPE: Record<string, number> = { ISK: 2, MGA: 0, UGX: 2 };

/** Stripe's integer in the smallest unit of the currency. @throws IntegrationError */
export function stripeMinor(amount: unknown, currency: string): number {
	const decimals = currencyExponent(currency);
	const minor = Number(amount) * 10 ** (decimals - (DECIMALS_AT_STRIPE[currency] ?? decimals));
	if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(minor) || minor <= 0) {
		throw unreadable(`amount in ${currency}`);
	}
	return minor;
}

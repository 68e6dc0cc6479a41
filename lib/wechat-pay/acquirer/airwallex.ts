import type { JsonObject } from '../../core/json';
import { fromDecimal } from '../../core/money';
import type { PaidObject } from './acquirer';
import { currencyAt, requiredText, textAt, timeOf, unreadable, valueAt } from './fields';

/** The only event of Airwallex that says that an order is paid. */
export const AIRWALLEX_PAID = ['payment_intent.succeeded'];

/**
 * The payment of a Payment Intent that succeeded. Amounts are decimal numbers in the major unit. The method
 * is that of the latest attempt, which not every API version includes.
 *
 * @throws IntegrationError `ACQUIRER_EVENT_UNREADABLE`
 */
export function readPaymentIntent(intent: JsonObject): PaidObject {
	const currency = currencyAt(intent, 'currency');
	const method = textAt(intent, 'latest_payment_attempt.payment_method.type');
	const captured = valueAt(intent, 'captured_amount');
	return {
		payment_id: requiredText(intent, 'id'),
		total: minorOf(Number(captured) > 0 ? captured : valueAt(intent, 'amount'), currency),
		currency,
		success_time: timeOf(valueAt(intent, 'updated_at') ?? valueAt(intent, 'created_at')),
		method,
		isWechat: method === undefined ? undefined : method === 'wechatpay',
		wechat_transaction_id: undefined,
		orderNumberPath: 'merchant_order_id',
	};
}

/** A decimal number or text of the major unit in the smallest one. @throws IntegrationError */
export function minorOf(value: unknown, currency: string): number {
	try {
		const { amount } = fromDecimal(String(value), currency);
		if (amount > 0) return amount;
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	throw unreadable(`amount in ${currency}`);
}

import type { JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';
import type {
	AcquirerAccount,
	AcquirerName,
	AcquirerReading,
	AcquirerReceipt,
	AcquirerRefund,
} from './acquirer';
import { minorOf } from './airwallex';
import { currencyAt, requiredText, textAt, timeOf, valueAt } from './fields';
import { stripeMinor } from './stripe';

/** What a refund's event says, before it is an item. */
interface RefundObject {
	refund_id: string;
	/** The same that the events of the payment name. */
	payment_id: string;
	/** In the smallest unit of `currency`. */
	refund: number;
	/** ISO 4217, upper case. */
	currency: string;
	/** Undefined while it is under way. */
	status: AcquirerRefund['refund_status'] | undefined;
	/** Undefined when the event does not tell. */
	method: string | undefined;
	success_time: string | undefined;
}

type Ends = Record<string, AcquirerRefund['refund_status']>;
const AIRWALLEX_ENDS: Ends = { SETTLED: 'SUCCESS', FAILED: 'CLOSED' };
const STRIPE_ENDS: Ends = { succeeded: 'SUCCESS', failed: 'CLOSED', canceled: 'CLOSED' };

/**
 * The events of refunds, and how they are read. Airwallex (docs, Webhooks, Online Payments): decimal amounts, the Payment
 * Intent, no method. Stripe (API reference, the Refund object): the method is in `destination_details`.
 */
const REFUNDS: Record<AcquirerName, { events: RegExp; read(object: JsonObject): RefundObject }> = {
	airwallex: {
		events: /^refund\./,
		read(object) {
			const currency = currencyAt(object, 'currency');
			return {
				refund_id: requiredText(object, 'id'),
				payment_id: requiredText(object, 'payment_intent_id'),
				refund: minorOf(valueAt(object, 'amount'), currency),
				currency,
				status: AIRWALLEX_ENDS[textAt(object, 'status') ?? ''],
				method: undefined,
				success_time: timeOf(valueAt(object, 'updated_at') ?? valueAt(object, 'created_at')),
			};
		},
	},
	stripe: {
		events: /^(charge\.)?refund\./,
		read(object) {
			const currency = currencyAt(object, 'currency');
			return {
				refund_id: requiredText(object, 'id'),
				payment_id: textAt(object, 'payment_intent') ?? requiredText(object, 'charge'),
				refund: stripeMinor(valueAt(object, 'amount'), currency),
				currency,
				status: STRIPE_ENDS[textAt(object, 'status') ?? ''],
				method: textAt(object, 'destination_details.type'),
				success_time: timeOf(valueAt(object, 'created')),
			};
		},
	},
};

export const isRefundEvent = (acquirer: AcquirerName, event_type: string): boolean =>
	REFUNDS[acquirer].events.test(event_type);

/**
 * A refund that has ended, in the shape of WeChat Pay Trigger's item. The event does not say what the order came to, so
 * `amount` has no total.
 *
 * @returns why it is ignored, if it is
 * @throws IntegrationError `ACQUIRER_EVENT_UNREADABLE`
 */
export function readRefundEvent(
	object: JsonObject,
	{ acquirer: name, accountId }: AcquirerAccount,
	{ methods, orderNumberPath }: Pick<AcquirerReading, 'methods' | 'orderNumberPath'>,
	notification: AcquirerReceipt,
): AcquirerRefund | string {
	const read = REFUNDS[name].read(object);
	const { payment_id, refund, currency, method, status, success_time } = read;
	if (!status) return 'The refund is still under way.';
	const isOther = method !== undefined && !/^wechat_?pay$/.test(method);
	if (methods === 'wechat' && isOther) return `It was paid by ${method}.`;
	return {
		mchid: `${name}:${accountId}`,
		out_trade_no: textAt(object, orderNumberPath) ?? payment_id,
		transaction_id: payment_id,
		refund_id: read.refund_id,
		refund_status: status,
		...(status === 'SUCCESS' && success_time !== undefined && { success_time }),
		amount: { refund, currency },
		refund_fen: refund,
		refund: toDecimal(money(refund, currency)),
		acquirer: { name, account: accountId, payment_id, ...(method !== undefined && { method }) },
		notification,
	};
}

import { asObject, type JsonObject } from '../../core/json';
import { isPaid } from '../../core/payment-terms';
import { EVENTS } from './notification';
import { refundStatus } from './refund';
import { numberOf, optionalText } from './resource';

/** `other`: recognized as something that is no payment, refund or complaint. `unclear`: not recognized. */
export type ContentKind = 'payment' | 'combined' | 'refund' | 'complaint' | 'other' | 'unclear';

const UNPAID: readonly unknown[] = [
	...['NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR', 'ACCEPT', 'ACCEPTED'],
];

/** Whether an order is known not to be paid. */
export const isUnpaid = ({ trade_state }: JsonObject): boolean => UNPAID.includes(trade_state);

/** Fields of products that share the label of payments: profit sharing, debits after a service, coupons. */
const MARKS = ['receiver', 'receivers', 'debt_state', 'out_order_no', 'contract_id', 'coupon_id'];

/** Products that are no orders, by the first word of their events. */
const OTHER_PRODUCTS =
	/^(PAYSCORE|PROFITSHARING|MCHTRANSFER|COUPON|PAPAY|FAPIAO|CROSS_BORDER_PAY|SETTLEMENT|SECURITY_ECHO)\./;

/** Whether the label alone says that the notification belongs to another product. */
export const isOtherProduct = (event_type: string): boolean => OTHER_PRODUCTS.test(event_type);

/**
 * Decides by the decrypted content what a notification is about: labels are shared by several products,
 * and some accounts get them in other spellings, or none.
 *
 * @param event_type the label, for contents that do not name their state
 */
export function classify(resource: JsonObject, event_type: string): ContentKind {
	if (Array.isArray(resource['sub_orders'])) return 'combined';
	if (optionalText(resource['complaint_id'])) return 'complaint';
	if ('refund_status' in resource) return kindOfRefund(resource, event_type);
	if (isPaid(resource['trade_state'])) return 'payment';
	if (isUnpaid(resource) || MARKS.some((mark) => mark in resource)) return 'other';
	if (!isMoneyEvent(event_type)) return 'other';
	const complete = numberOf(resource) && asObject(resource['amount'])?.['total'] !== undefined;
	const untold = event_type === 'TRANSACTION.SUCCESS' && resource['trade_state'] === undefined;
	return complete && untold ? 'payment' : 'unclear';
}

function kindOfRefund(resource: JsonObject, event_type: string): ContentKind {
	if (refundStatus(resource)) return 'refund';
	if (resource['refund_status'] === 'PROCESSING' || !isMoneyEvent(event_type)) return 'other';
	return 'unclear';
}

/** A content without any sign is only taken for lost money where the label says money, or says nothing. */
const isMoneyEvent = (event_type: string): boolean =>
	event_type === '' || (EVENTS as readonly string[]).includes(event_type);

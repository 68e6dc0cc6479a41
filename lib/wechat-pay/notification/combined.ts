import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { isPaid } from '../../core/payment-terms';
import type { LinesFrom, Payment } from './items';
import { orderDetails, readTotals } from './payment';
import {
	checkOwner,
	checkSubMerchant,
	exchangeRate,
	orderNumbers,
	text,
	texts,
	unreadable,
	type Expected,
	numberOf,
	optionalText,
} from './resource';
import { EVENTS } from './notification';
import { refundStatus } from './refund';

/**
 * The payments of a combined order, one for each paid sub-order, each under its own merchant, with the
 * numbers of the whole order. A sub-order that cannot be read, or that another sub-merchant owns, is reported
 * with the others.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH`, or `WECHAT_TRANSACTION_UNREADABLE` if no sub-order can be read
 */
export function readCombined(
	resource: JsonObject,
	expected: Expected,
	from: LinesFrom,
): { payments: Payment[]; problems: IntegrationError[] } {
	checkOwner(resource, expected);
	const { openid } = asObject(resource['combine_payer_info']) ?? {};
	const combined = texts(resource, 'combine_mchid', 'combine_appid', 'combine_out_trade_no');
	const { combine_appid: appid } = combined;
	const payments: Payment[] = [];
	const problems: IntegrationError[] = [];
	for (const order of paidSubOrders(resource)) {
		try {
			if (order['trade_state'] !== undefined && !isPaid(order['trade_state'])) {
				throw unreadable('sub_orders.trade_state');
			}
			checkSubMerchant(order, expected.subMchid);
			const mchid = text(order['mchid'] ?? expected.mchid, 'sub_orders.mchid');
			const whole = { mchid, ...(appid === undefined ? {} : { appid }), ...combined };
			payments.push({ ...whole, ...readSubOrder(order, from, openid) });
		} catch (error) {
			if (!(error instanceof IntegrationError)) throw error;
			problems.push(error);
		}
	}
	const [problem] = problems;
	if (problem && payments.length === 0) throw problem;
	return { payments, problems };
}

function readSubOrder(order: JsonObject, from: LinesFrom, openid: unknown) {
	const amount = asObject(order['amount']) ?? {};
	const rate = amount['settlement_rate'];
	return {
		...texts(order, 'sub_mchid', 'sub_appid'),
		...orderNumbers(order),
		...orderDetails(order, from, openid, {
			...readTotals(amount, 'total_amount', 'payer_amount', 'sub_orders.amount.'),
			...exchangeRate({ type: 'SETTLEMENT_RATE', rate }),
		}),
	};
}

/** The sub-orders of a combined order that are not known to be unpaid. */
function paidSubOrders(resource: JsonObject): JsonObject[] {
	const orders = resource['sub_orders'];
	return (Array.isArray(orders) ? orders : [])
		.map((order) => asObject(order) ?? {})
		.filter((order) => !isUnpaid(order));
}

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

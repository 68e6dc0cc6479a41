import { asObject, type JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';
import type { Refund, RefundItem, RefundStatus } from './items';
import {
	checkOwner,
	exchangeRate,
	isMinor,
	minor,
	orderNumbers,
	text,
	texts,
	type Expected,
} from './resource';

const STATUSES: readonly string[] = ['SUCCESS', 'ABNORMAL', 'CLOSED'] satisfies RefundStatus[];

/** How the refund of a notification ended; undefined while it has not. */
export function refundStatus({ refund_status: status }: JsonObject): RefundStatus | undefined {
	return STATUSES.includes(String(status)) ? (status as RefundStatus) : undefined;
}

/**
 * The refund item of WeChat's refund: a merchant's own, a service provider's or a cross-border one.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readRefund(resource: JsonObject, status: RefundStatus, expected: Expected): Refund {
	checkOwner(resource, expected);
	const amount = readAmount(asObject(resource['amount']) ?? {});
	const account = resource['user_received_account'] ?? resource['recv_account'];
	return {
		mchid: expected.mchid,
		...texts(resource, 'sp_mchid', 'sub_mchid'),
		...orderNumbers({ ...resource, id: undefined }),
		out_refund_no: text(resource['out_refund_no'], 'out_refund_no'),
		refund_id: text(resource['refund_id'], 'refund_id'),
		refund_status: status,
		...texts(resource, 'success_time', 'fund_source'),
		...(typeof account === 'string' ? { user_received_account: account } : {}),
		amount,
		...refundedAmount(amount),
	};
}

/** The refunded amount in the smallest unit and as decimal text. */
export function refundedAmount({ refund, currency }: RefundItem['amount']) {
	return { refund_fen: refund, refund: toDecimal(money(refund, currency)) };
}

function readAmount(amount: JsonObject): RefundItem['amount'] {
	const optional = (name: 'payer_total' | 'payer_refund') =>
		isMinor(amount[name]) ? { [name]: amount[name] } : {};
	return {
		total: minor(amount['total'], 'amount.total'),
		refund: minor(amount['refund'], 'amount.refund'),
		...optional('payer_total'),
		...optional('payer_refund'),
		// Refunds within the mainland have no currency.
		currency: text(amount['currency'] ?? 'CNY', 'amount.currency'),
		...texts(amount, 'payer_currency'),
		...exchangeRate(amount['exchange_rate']),
	};
}

import { money, toDecimal } from '../../core/money';
import { asObject, type JsonObject } from '../../core/json';
import { checkOwner, type Expected } from './owner';
import type { RefundItem, RefundStatus } from './refund';
import { minor, text, texts } from './resource-fields';
import { exchangeRate } from './transaction';

/** A refund without the receipt of the notification that told of it. */
export type Refund = Omit<RefundItem, 'notification'>;

const STATUSES: readonly string[] = ['SUCCESS', 'ABNORMAL', 'CLOSED'] satisfies RefundStatus[];

/** How the refund of a notification ended, when it has. */
export function refundStatus({ refund_status: status }: JsonObject): RefundStatus | undefined {
	return STATUSES.includes(String(status)) ? (status as RefundStatus) : undefined;
}

/**
 * WeChat's refund as the item that travels: a merchant's own, a service provider's or a cross-border one.
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
		out_trade_no: text(resource['out_trade_no'], 'out_trade_no'),
		transaction_id: text(resource['transaction_id'], 'transaction_id'),
		out_refund_no: text(resource['out_refund_no'], 'out_refund_no'),
		refund_id: text(resource['refund_id'], 'refund_id'),
		refund_status: status,
		...texts(resource, 'success_time', 'fund_source'),
		...(typeof account === 'string' ? { user_received_account: account } : {}),
		amount,
		...refundInBothForms(amount),
	};
}

/** What was refunded in the smallest unit and as decimal text. */
export function refundInBothForms({ refund, currency }: RefundItem['amount']) {
	return { refund_fen: refund, refund: toDecimal(money(refund, currency)) };
}

function readAmount(amount: JsonObject): RefundItem['amount'] {
	const optional = (name: 'payer_total' | 'payer_refund') =>
		amount[name] === undefined ? {} : { [name]: minor(amount[name], `amount.${name}`) };
	return {
		total: minor(amount['total'], 'amount.total'),
		refund: minor(amount['refund'], 'amount.refund'),
		...optional('payer_total'),
		...optional('payer_refund'),
		// Refunds within the mainland name no currency.
		currency: text(amount['currency'] ?? 'CNY', 'amount.currency'),
		...texts(amount, 'payer_currency'),
		...exchangeRate(amount['exchange_rate']),
	};
}

import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { fromDecimal } from '../../core/money';
import { ownerOf, type OfMerchant } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { isCrossBorder } from '../keys/region';
import { ORDERS } from '../merchant-platform';
import { texts } from '../notification/resource';

/** What is to be given back. */
export interface RefundOrder {
	/** The merchant's number of the refund: the same number is the same refund, however often it is sent. */
	out_refund_no: string;
	/** Smallest unit of the order's currency (fen), or decimal text in its major unit; everything that is left when absent. */
	refund?: number | { decimal: string };
	/** What is known to be refunded already, under way or done, in the smallest unit. Absent: no check. */
	refundedBefore?: number;
	/** Shown to the buyer, up to 80 characters. */
	reason?: string;
	/** https URL without a query, which WeChat Pay notifies of the result. */
	notify_url?: string;
	/** `AVAILABLE` to refund from the balance instead of unsettled money. Mainland only. */
	funds_account?: 'AVAILABLE' | 'UNSETTLED';
}

/** The amounts of an order, in the smallest unit of its currency. */
export interface RefundableOrder {
	transaction_id: string;
	out_trade_no: string;
	/** Whether a refund was asked for before. */
	refunded: boolean;
	/** Under the names of the order: the merchant's, or the service provider's and its merchant's. */
	apps: { appid?: string; sp_appid?: string; sub_appid?: string };
	total: number;
	currency: string;
}

/**
 * What of a queried order a refund needs.
 *
 * @throws IntegrationError `WECHAT_ORDER_NOT_REFUNDABLE` for an unpaid order
 */
export function refundableOrder(order: JsonObject): RefundableOrder {
	const amount = asObject(order['amount']);
	const total = amount?.['total'];
	const state = String(order['trade_state']);
	// A cross-border order calls WeChat's number `id`.
	const transaction_id = String(order['transaction_id'] ?? order['id'] ?? '');
	if (!['SUCCESS', 'REFUND'].includes(state) || !transaction_id || !Number.isSafeInteger(total)) {
		throw new IntegrationError({
			code: 'WECHAT_ORDER_NOT_REFUNDABLE',
			message: `The order cannot be refunded: its state is ${state}.`,
			likelyCause: 'It was not paid, or it was closed.',
			nextStep: `Query the order, or look at ${ORDERS}, and refund it once its trade_state is SUCCESS.`,
		});
	}
	return {
		transaction_id,
		out_trade_no: String(order['out_trade_no'] ?? ''),
		refunded: state === 'REFUND',
		apps: texts(order, 'appid', 'sp_appid', 'sub_appid'),
		total: Number(total),
		currency: String(amount?.['currency'] ?? 'CNY'),
	};
}

/**
 * The body of a refund call: the same for the same input, to the byte, so that it can be sent again.
 *
 * @throws IntegrationError `WECHAT_REFUND_AMOUNT_INVALID`
 */
export function refundBody(
	order: RefundableOrder,
	asked: RefundOrder,
	account: WechatPayAccount,
	merchant: OfMerchant = {},
): string {
	const refund = refundAmount(order, asked);
	if (!Number.isSafeInteger(refund) || refund <= 0 || refund > order.total) {
		throw new IntegrationError({
			code: 'WECHAT_REFUND_AMOUNT_INVALID',
			message: `${Number.isNaN(refund) ? 'This amount' : refund} cannot be refunded of ${order.total} (smallest unit of ${order.currency}).`,
			likelyCause: 'The amount is in the other unit, zero, or more than was paid.',
			nextStep: 'Check Amount and Amount Unit: 19900 fen are 199.00 yuan.',
		});
	}
	const global = isCrossBorder(account);
	return JSON.stringify({
		...(global
			? { ...ownerOf(account, merchant), ...order.apps }
			: { sub_mchid: merchant.sub_mchid }),
		transaction_id: order.transaction_id,
		out_refund_no: asked.out_refund_no,
		reason: asked.reason,
		notify_url: asked.notify_url,
		funds_account: global ? undefined : asked.funds_account,
		amount: { refund, total: order.total, currency: order.currency },
	});
}

/** What is refunded in the smallest unit; NaN for text that is no amount of the currency. */
export function refundAmount(
	{ total, currency }: RefundableOrder,
	{ refund }: RefundOrder,
): number {
	if (typeof refund !== 'object') return refund ?? total;
	try {
		return fromDecimal(refund.decimal, currency).amount;
	} catch (error) {
		if (error instanceof RangeError) return Number.NaN;
		throw error;
	}
}

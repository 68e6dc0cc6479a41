import { readBeijingTime } from '../../core/beijing-time';
import type {
	LinesFrom,
	Payment,
	PaymentItem,
	Refund,
	RefundItem,
	RefundStatus,
} from '../notification/items';
import { paymentDetails } from '../notification/payment';
import { refundedAmount } from '../notification/refund';
import {
	checkOwner,
	exchangeRate,
	minor,
	orderNumbers,
	text,
	type Expected,
} from '../notification/resource';
import { readV2Coupons, renamed, v2Amount, type V2Fields } from './fields';

/** The owner of a message in the names of APIv3. With `sub_mch_id`, `mch_id` is the service provider. */
function ownerOf(fields: V2Fields) {
	const own = { mchid: fields['mch_id'] ?? '', ...renamed(fields, { appid: 'appid' }) };
	if (!fields['sub_mch_id']) return own;
	return {
		...own,
		...renamed(fields, {
			sp_mchid: 'mch_id',
			sp_appid: 'appid',
			sub_mchid: 'sub_mch_id',
			sub_appid: 'sub_appid',
		}),
	};
}

/**
 * The payment item of a payment of APIv2, in the names of APIv3.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readV2Payment(fields: V2Fields, expected: Expected, from: LinesFrom): Payment {
	const owner = ownerOf(fields);
	checkOwner(owner, expected);
	const coupons = readV2Coupons(fields);
	const attach = renamed(fields, { attach: 'attach' });
	const promotions = coupons.length > 0 ? { promotion_detail: coupons } : {};
	const success_time = readBeijingTime(fields['time_end'] ?? '');
	const openid = fields['openid'] || fields['sub_openid'] || undefined;
	return {
		...owner,
		...orderNumbers(fields),
		...renamed(fields, { trade_type: 'trade_type' }),
		trade_state: 'SUCCESS',
		...renamed(fields, { bank_type: 'bank_type' }),
		...attach,
		...(success_time ? { success_time } : {}),
		...paymentDetails({ ...attach, ...promotions }, from, openid, readPaymentAmount(fields)),
	};
}

function readPaymentAmount(fields: V2Fields): PaymentItem['amount'] {
	const total = v2Minor(fields['total_fee'], 'total_fee');
	const currency = fields['fee_type'] || 'CNY';
	const byBuyer = v2Amount(fields['cash_fee']);
	return {
		total,
		payer_total: byBuyer ?? total,
		currency,
		// WeChat leaves out only its own currency.
		payer_currency: fields['cash_fee_type'] || (byBuyer === undefined ? currency : 'CNY'),
		// Between the price and what the wallet paid, times 10^8.
		...exchangeRate({
			type: 'USERPAYMENT_RATE',
			rate: v2Amount(fields['rate_value'] || fields['rate']),
		}),
	};
}

const v2Minor = (value: string | undefined, name: string): number => minor(v2Amount(value), name);

const REFUND_STATUSES: Record<string, RefundStatus> = {
	SUCCESS: 'SUCCESS',
	CHANGE: 'ABNORMAL',
	REFUNDCLOSE: 'CLOSED',
};

/** How the refund ended, by APIv2's own names; undefined while it has not. */
export function v2RefundStatus({ refund_status: status = '' }: V2Fields): RefundStatus | undefined {
	return Object.hasOwn(REFUND_STATUSES, status) ? REFUND_STATUSES[status] : undefined;
}

/**
 * The refund item of a refund of APIv2, in the names of APIv3.
 *
 * @param outer the fields outside of `req_info`
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readV2Refund(
	outer: V2Fields,
	fields: V2Fields,
	status: RefundStatus,
	expected: Expected,
): Refund {
	const owner = ownerOf(outer);
	checkOwner(owner, expected);
	const success_time = readBeijingTime(fields['success_time'] ?? '');
	const amount = readRefundAmount(fields);
	return {
		mchid: owner.mchid,
		...(outer['sub_mch_id'] ? renamed(outer, { sp_mchid: 'mch_id', sub_mchid: 'sub_mch_id' }) : {}),
		...orderNumbers(fields),
		out_refund_no: text(fields['out_refund_no'], 'out_refund_no'),
		refund_id: text(fields['refund_id'], 'refund_id'),
		refund_status: status,
		...(success_time ? { success_time } : {}),
		// WeChat's spelling.
		...renamed(fields, {
			user_received_account: 'refund_recv_accout',
			fund_source: 'refund_account',
		}),
		amount,
		...refundedAmount(amount),
	};
}

function readRefundAmount(fields: V2Fields): RefundItem['amount'] {
	const byBuyer = v2Amount(fields['cash_fee']);
	const toBuyer = v2Amount(fields['cash_refund_fee']);
	return {
		total: v2Minor(fields['total_fee'], 'total_fee'),
		refund: v2Minor(fields['refund_fee'], 'refund_fee'),
		...(byBuyer === undefined ? {} : { payer_total: byBuyer }),
		...(toBuyer === undefined ? {} : { payer_refund: toBuyer }),
		...renamed(fields, { payer_currency: 'cash_refund_fee_type' }),
		currency: fields['refund_fee_type'] || fields['fee_type'] || 'CNY',
	};
}

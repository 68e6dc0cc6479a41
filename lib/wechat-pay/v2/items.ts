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
import { checkOwner, minor, orderNumbers, text, type Expected } from '../notification/resource';

/** The fields of an APIv2 message, all of them text. */
export type V2Fields = Record<string, string>;

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

/** The fields that are not empty, under their names in APIv3. */
function renamed<K extends string>(fields: V2Fields, names: Record<K, string>) {
	const filled = Object.entries<string>(names).filter(([, name]) => fields[name]);
	return Object.fromEntries(filled.map(([to, name]) => [to, fields[name]])) as Partial<
		Record<K, string>
	>;
}

/**
 * The payment item of a payment of APIv2, in the names of APIv3.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readV2Payment(fields: V2Fields, expected: Expected, from: LinesFrom): Payment {
	const owner = ownerOf(fields);
	checkOwner(owner, expected);
	const coupons = readCoupons(fields);
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
	return {
		total,
		payer_total: v2Amount(fields['cash_fee']) ?? total,
		currency,
		payer_currency: fields['cash_fee_type'] || currency,
	};
}

/** `coupon_id_0`, `coupon_fee_0`, … as the list of APIv3. */
function readCoupons(fields: V2Fields) {
	const indexes = Object.keys(fields).flatMap(
		(name) => /^coupon_fee_(\d{1,3})$/.exec(name)?.[1] ?? [],
	);
	return indexes.flatMap((index) => {
		const amount = v2Amount(fields[`coupon_fee_${index}`]);
		if (amount === undefined) return [];
		const coupon_id = fields[`coupon_id_${index}`] ?? '';
		return [{ coupon_id, ...renamed(fields, { type: `coupon_type_${index}` }), amount }];
	});
}

/** An amount, which XML has as text; undefined when it is empty or none. */
const v2Amount = (value = ''): number | undefined =>
	/^\d{1,15}$/.test(value) ? Number(value) : undefined;

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
	return {
		total: v2Minor(fields['total_fee'], 'total_fee'),
		refund: v2Minor(fields['refund_fee'], 'refund_fee'),
		currency: fields['refund_fee_type'] || fields['fee_type'] || 'CNY',
	};
}

import { checkOwner, type Expected } from '../notification/owner';
import type { PaymentItem } from '../notification/payment';
import { minor, text } from '../notification/resource-fields';
import { inBothForms, orderLines, type LinesFrom, type Payment } from '../notification/transaction';
import { beijingTime, v2Owner, type V2Fields } from './fields';

/**
 * A payment of APIv2 as the item that travels, in the names of APIv3.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readV2Payment(fields: V2Fields, expected: Expected, from: LinesFrom): Payment {
	const owner = v2Owner(fields);
	checkOwner(owner, expected);
	const amount = readAmount(fields);
	const openid = fields['openid'] || fields['sub_openid'];
	const coupons = readCoupons(fields);
	const attach = fields['attach'] ? { attach: fields['attach'] } : {};
	return {
		...owner,
		appid: text(fields['appid'], 'appid'),
		out_trade_no: text(fields['out_trade_no'], 'out_trade_no'),
		transaction_id: text(fields['transaction_id'], 'transaction_id'),
		trade_type: text(fields['trade_type'], 'trade_type'),
		trade_state: 'SUCCESS',
		...(fields['bank_type'] ? { bank_type: fields['bank_type'] } : {}),
		...attach,
		success_time: text(beijingTime(fields['time_end']), 'time_end'),
		payer: openid ? { openid } : {},
		amount,
		...inBothForms(amount),
		...(coupons.length > 0 ? { promotion_detail: coupons } : {}),
		...orderLines({ ...attach, promotion_detail: coupons }, from, amount),
	};
}

function readAmount(fields: V2Fields): PaymentItem['amount'] {
	const total = v2Minor(fields['total_fee'], 'total_fee');
	const currency = fields['fee_type'] || 'CNY';
	return {
		total,
		payer_total: fields['cash_fee'] ? v2Minor(fields['cash_fee'], 'cash_fee') : total,
		currency,
		payer_currency: fields['cash_fee_type'] || currency,
	};
}

/** `coupon_id_0`, `coupon_fee_0`, … as the list that APIv3 has. */
function readCoupons(fields: V2Fields) {
	const indexes = Object.keys(fields).flatMap(
		(name) => /^coupon_fee_(\d{1,3})$/.exec(name)?.[1] ?? [],
	);
	return indexes.map((index) => ({
		coupon_id: fields[`coupon_id_${index}`] ?? '',
		...(fields[`coupon_type_${index}`] ? { type: fields[`coupon_type_${index}`] } : {}),
		amount: v2Minor(fields[`coupon_fee_${index}`], `coupon_fee_${index}`),
	}));
}

/** An amount, which XML has as text. */
export function v2Minor(value: string | undefined, name: string): number {
	return minor(/^\d{1,15}$/.test(value ?? '') ? Number(value) : undefined, name);
}

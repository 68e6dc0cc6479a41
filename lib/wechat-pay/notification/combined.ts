import { asObject, type JsonObject } from '../../core/json';
import { checkOwner } from './owner';
import type { PaymentItem } from './payment';
import { minor, text, texts } from './resource-fields';
import {
	inBothForms,
	orderLines,
	type Expected,
	type LinesFrom,
	type Payment,
} from './transaction';

/**
 * A combined order: one payment a sub-order, each under its own merchant, with the numbers of the whole
 * beside them. Sub-orders that are not paid are left out.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readCombined(resource: JsonObject, expected: Expected, from: LinesFrom): Payment[] {
	checkOwner(resource, expected);
	const whole = {
		combine_mchid: text(resource['combine_mchid'], 'combine_mchid'),
		combine_appid: text(resource['combine_appid'], 'combine_appid'),
		combine_out_trade_no: text(resource['combine_out_trade_no'], 'combine_out_trade_no'),
	};
	const { openid } = asObject(resource['combine_payer_info']) ?? {};
	return paidSubOrders(resource).map((order) => {
		const amount = readAmount(asObject(order['amount']) ?? {});
		return {
			mchid: text(order['mchid'], 'sub_orders.mchid'),
			appid: whole.combine_appid,
			...texts(order, 'sub_mchid', 'sub_appid'),
			...whole,
			out_trade_no: text(order['out_trade_no'], 'sub_orders.out_trade_no'),
			transaction_id: text(order['transaction_id'], 'sub_orders.transaction_id'),
			trade_type: text(order['trade_type'], 'sub_orders.trade_type'),
			trade_state: text(order['trade_state'], 'sub_orders.trade_state'),
			...texts(order, 'bank_type', 'attach'),
			success_time: text(order['success_time'], 'sub_orders.success_time'),
			payer: typeof openid === 'string' ? { openid } : {},
			amount,
			...inBothForms(amount),
			...(Array.isArray(order['promotion_detail'])
				? { promotion_detail: order['promotion_detail'] }
				: {}),
			...orderLines(order, from, amount),
		};
	});
}

/** The sub-orders of a combined order that are paid. */
export function paidSubOrders(resource: JsonObject): JsonObject[] {
	const orders = resource['sub_orders'];
	return (Array.isArray(orders) ? orders : [])
		.map((order) => asObject(order) ?? {})
		.filter((order) => order['trade_state'] === 'SUCCESS');
}

/** Combined orders have names of their own for the amounts. */
function readAmount(amount: JsonObject): PaymentItem['amount'] {
	const total = minor(amount['total_amount'], 'sub_orders.amount.total_amount');
	const currency = text(amount['currency'] ?? 'CNY', 'sub_orders.amount.currency');
	const rate = amount['settlement_rate'];
	return {
		total,
		payer_total: minor(amount['payer_amount'] ?? total, 'sub_orders.amount.payer_amount'),
		currency,
		payer_currency: text(amount['payer_currency'] ?? currency, 'sub_orders.amount.payer_currency'),
		...(Number.isSafeInteger(rate)
			? { exchange_rate: { type: 'SETTLEMENT_RATE', rate: Number(rate) } }
			: {}),
	};
}

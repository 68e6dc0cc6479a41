import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';
import type { LinesFrom, OrderLine, Payment, PaymentItem } from './items';
import { completeLines, readAttach, readPromotion } from './order-lines';
import { checkOwner, exchangeRate, minor, text, texts, type Expected } from './resource';

/**
 * The payment item of WeChat's transaction, from a notification or a query: a merchant's own, a service
 * provider's (`sp_`, `sub_`) or a cross-border one. Times stay as WeChat writes them (RFC 3339).
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readTransaction(
	resource: JsonObject,
	expected: Expected,
	from: LinesFrom,
): Payment {
	checkOwner(resource, expected);
	const amount = asObject(resource['amount']) ?? {};
	const payer = asObject(resource['payer']) ?? {};
	const openid = payer['openid'] ?? payer['sub_openid'] ?? payer['sp_openid'];
	return {
		mchid: expected.mchid,
		appid: text(resource['appid'] ?? resource['sp_appid'], 'appid'),
		...texts(resource, 'sp_mchid', 'sp_appid', 'sub_mchid', 'sub_appid'),
		out_trade_no: text(resource['out_trade_no'], 'out_trade_no'),
		// Cross-border accounts call it `id`.
		transaction_id: text(resource['transaction_id'] ?? resource['id'], 'transaction_id'),
		trade_type: text(resource['trade_type'], 'trade_type'),
		trade_state: text(resource['trade_state'], 'trade_state'),
		...texts(resource, 'trade_state_desc', 'bank_type', 'attach'),
		success_time: text(resource['success_time'], 'success_time'),
		...paymentDetails(resource, from, openid, {
			...readTotals(amount, 'total', 'payer_total', 'amount.'),
			...exchangeRate(amount['exchange_rate']),
		}),
	};
}

/**
 * The payments of a combined order, one for each paid sub-order, each under its own merchant, with the
 * numbers of the whole order.
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readCombined(resource: JsonObject, expected: Expected, from: LinesFrom): Payment[] {
	checkOwner(resource, expected);
	const combined = {
		combine_mchid: text(resource['combine_mchid'], 'combine_mchid'),
		combine_appid: text(resource['combine_appid'], 'combine_appid'),
		combine_out_trade_no: text(resource['combine_out_trade_no'], 'combine_out_trade_no'),
	};
	const { openid } = asObject(resource['combine_payer_info']) ?? {};
	return paidSubOrders(resource).map((order) => {
		const amount = asObject(order['amount']) ?? {};
		const rate = amount['settlement_rate'];
		return {
			mchid: text(order['mchid'], 'sub_orders.mchid'),
			appid: combined.combine_appid,
			...texts(order, 'sub_mchid', 'sub_appid'),
			...combined,
			out_trade_no: text(order['out_trade_no'], 'sub_orders.out_trade_no'),
			transaction_id: text(order['transaction_id'], 'sub_orders.transaction_id'),
			trade_type: text(order['trade_type'], 'sub_orders.trade_type'),
			trade_state: text(order['trade_state'], 'sub_orders.trade_state'),
			...texts(order, 'bank_type', 'attach'),
			success_time: text(order['success_time'], 'sub_orders.success_time'),
			...paymentDetails(order, from, openid, {
				...readTotals(amount, 'total_amount', 'payer_amount', 'sub_orders.amount.'),
				...exchangeRate({ type: 'SETTLEMENT_RATE', rate }),
			}),
		};
	});
}

/** The paid sub-orders of a combined order. */
export function paidSubOrders(resource: JsonObject): JsonObject[] {
	const orders = resource['sub_orders'];
	return (Array.isArray(orders) ? orders : [])
		.map((order) => asObject(order) ?? {})
		.filter((order) => order['trade_state'] === 'SUCCESS');
}

/** Buyer, amounts and order lines of a payment of any kind. */
export function paymentDetails(
	resource: Partial<Record<'attach' | 'promotion_detail', unknown>>,
	from: LinesFrom,
	openid: unknown,
	amount: PaymentItem['amount'],
) {
	const { total, payer_total, currency, payer_currency } = amount;
	const promotions = resource['promotion_detail'];
	return {
		payer: typeof openid === 'string' ? { openid } : {},
		amount,
		total_fen: total,
		total: toDecimal(money(total, currency)),
		payer_total_fen: payer_total,
		payer_total: toDecimal(money(payer_total, payer_currency)),
		...(Array.isArray(promotions) ? { promotion_detail: promotions } : {}),
		...orderLines(resource, from, amount),
	};
}

/** Lines that cannot be read are reported with the payment, and never refuse it: it is paid in any case. */
function orderLines(
	resource: Partial<Record<'attach' | 'promotion_detail', unknown>>,
	from: LinesFrom,
	{ total, currency }: PaymentItem['amount'],
): Pick<PaymentItem, 'lines' | 'lines_source' | 'lines_problem'> {
	const read = (lines: OrderLine[]) => ({
		lines: completeLines(lines, total, currency),
		lines_source: from,
	});
	try {
		if (from === 'attach') return read(readAttach(String(resource['attach'] ?? '')));
		if (from === 'promotion_detail') return read(readPromotion(resource['promotion_detail']));
		return read([]);
	} catch (error) {
		if (!(error instanceof IntegrationError)) throw error;
		return { ...read([]), lines_problem: error.message };
	}
}

/** Combined orders have other names for the totals. */
function readTotals(amount: JsonObject, totalName: string, payerName: string, path: string) {
	const total = minor(amount[totalName], path + totalName);
	const currency = text(amount['currency'] ?? 'CNY', `${path}currency`);
	return {
		total,
		payer_total: minor(amount[payerName] ?? total, path + payerName),
		currency,
		payer_currency: text(amount['payer_currency'] ?? currency, `${path}payer_currency`),
	};
}

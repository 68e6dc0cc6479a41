import { IntegrationError } from '../../core/errors';
import { money, toDecimal } from '../../core/money';
import { asObject, type JsonObject } from '../../core/json';
import { completeLines, readAttach, readPromotion } from './order-lines';
import { checkOwner, type Expected } from './owner';
import type { ExchangeRate, OrderLine, PaymentItem } from './payment';
import { minor, text, texts } from './resource-fields';

export type { Expected } from './owner';

/** Where the trigger takes order lines from. */
export type LinesFrom = Exclude<PaymentItem['lines_source'], 'shop'>;

/** A payment without the receipt of the notification that told of it, e.g. the answer to a query. */
export type Payment = Omit<PaymentItem, 'notification'>;

/**
 * WeChat's transaction, from a notification or a query, as the item that travels: a merchant's own, a
 * service provider's (`sp_`, `sub_`) or a cross-border one. Times stay as WeChat writes them (RFC 3339).
 *
 * @throws IntegrationError `WECHAT_…_MISMATCH` or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readTransaction(
	resource: JsonObject,
	expected: Expected,
	from: LinesFrom,
): Payment {
	checkOwner(resource, expected);
	const amount = readAmount(asObject(resource['amount']) ?? {});
	const payer = asObject(resource['payer']) ?? {};
	const openid = payer['openid'] ?? payer['sub_openid'] ?? payer['sp_openid'];
	const promotions = resource['promotion_detail'];
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
		payer: typeof openid === 'string' ? { openid } : {},
		amount,
		...inBothForms(amount),
		...(Array.isArray(promotions) ? { promotion_detail: promotions } : {}),
		...orderLines(resource, from, amount),
	};
}

/** The totals in the smallest unit and as decimal text. */
export function inBothForms({
	total,
	payer_total,
	currency,
	payer_currency,
}: PaymentItem['amount']) {
	return {
		total_fen: total,
		total: toDecimal(money(total, currency)),
		payer_total_fen: payer_total,
		payer_total: toDecimal(money(payer_total, payer_currency)),
	};
}

/** The payment is real whatever its lines look like: what cannot be read is told, never refused. */
export function orderLines(
	resource: JsonObject,
	from: LinesFrom,
	{ total, currency }: PaymentItem['amount'],
): Pick<PaymentItem, 'lines' | 'lines_source' | 'lines_problem'> {
	const found = (lines: OrderLine[]) => ({
		lines: completeLines(lines, total, currency),
		lines_source: from,
	});
	try {
		if (from === 'attach') return found(readAttach(String(resource['attach'] ?? '')));
		if (from === 'promotion_detail') return found(readPromotion(resource['promotion_detail']));
		return found([]);
	} catch (error) {
		if (!(error instanceof IntegrationError)) throw error;
		return { ...found([]), lines_problem: error.message };
	}
}

/** WeChat's rate between two currencies, where it names one. */
export function exchangeRate(value: unknown): { exchange_rate?: ExchangeRate } {
	const { type, rate } = asObject(value) ?? {};
	if (typeof type !== 'string' || !Number.isSafeInteger(rate)) return {};
	return { exchange_rate: { type, rate: Number(rate) } };
}

function readAmount(amount: JsonObject): PaymentItem['amount'] {
	const total = minor(amount['total'], 'amount.total');
	const currency = text(amount['currency'] ?? 'CNY', 'amount.currency');
	return {
		total,
		payer_total: minor(amount['payer_total'] ?? total, 'amount.payer_total'),
		currency,
		payer_currency: text(amount['payer_currency'] ?? currency, 'amount.payer_currency'),
		...exchangeRate(amount['exchange_rate']),
	};
}

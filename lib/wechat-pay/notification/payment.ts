import { IntegrationError } from '../../core/errors';
import { asObject, tryParse, type JsonObject } from '../../core/json';
import { money, toDecimal } from '../../core/money';
import { safeLine } from '../../core/outside-text';
import type { LinesFrom, OrderLine, Payment, PaymentItem } from './items';
import { completeLines, readAttach, readPromotion } from './order-lines';
import {
	checkOwner,
	exchangeRate,
	isMinor,
	minor,
	optionalText,
	orderNumbers,
	text,
	texts,
	type Expected,
} from './resource';
import { promotionsOf } from './notification';

/**
 * The payment item of WeChat's transaction, from a notification or a query: a merchant's own, a service
 * provider's (`sp_`, `sub_`) or a cross-border one. Needed are merchant, number and amount; everything else
 * may be missing. Times stay as WeChat writes them (RFC 3339).
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
		...texts({ appid: resource['sp_appid'], ...resource }, 'appid'),
		...texts(resource, 'sp_mchid', 'sp_appid', 'sub_mchid', 'sub_appid'),
		...orderNumbers(resource),
		...orderDetails(resource, from, openid, {
			...readTotals(amount, 'total', 'payer_total', 'amount.'),
			...exchangeRate(amount['exchange_rate']),
		}),
	};
}

/** State, time and amounts of an order, paid alone or within a combined one. */
export const orderDetails = (
	order: JsonObject,
	from: LinesFrom,
	openid: unknown,
	amount: PaymentItem['amount'],
) => ({
	...texts(order, 'trade_type'),
	trade_state: optionalText(order['trade_state']) ?? 'SUCCESS',
	...texts(order, 'trade_state_desc', 'bank_type', 'attach', 'success_time'),
	...paymentDetails(order, from, openid, amount),
});

/** Buyer, amounts and order lines of a payment of any kind. */
export function paymentDetails(
	resource: Partial<Record<'attach' | 'promotion_detail', unknown>>,
	from: LinesFrom,
	openid: unknown,
	amount: PaymentItem['amount'],
) {
	const { total, payer_total, currency, payer_currency } = amount;
	const promotions = promotionsOf(resource['promotion_detail']);
	return {
		payer: typeof openid === 'string' ? { openid } : {},
		amount,
		total_fen: total,
		total: toDecimal(money(total, currency)),
		payer_total_fen: payer_total,
		payer_total: toDecimal(money(payer_total, payer_currency)),
		...(promotions ? { promotion_detail: promotions } : {}),
		...orderLines({ ...resource, promotion_detail: promotions }, from, amount),
	};
}

/** Lines that cannot be read are reported with the payment, and never refuse it: it is paid in any case. */
function orderLines(
	resource: Partial<Record<'attach' | 'promotion_detail', unknown>>,
	from: LinesFrom,
	{ total, currency }: PaymentItem['amount'],
): Pick<PaymentItem, 'lines' | 'lines_source' | 'lines_problem' | 'campaign'> {
	const { basket, campaign } = splitAttach(String(resource['attach'] ?? ''));
	const read = (lines: OrderLine[]) => ({
		...(campaign ? { campaign } : {}),
		lines: completeLines(lines, total, currency),
		lines_source: from === 'attach_bare_sku' ? ('attach' as const) : from,
	});
	try {
		if (from === 'none') return read([]);
		if (from === 'promotion_detail') return read(readPromotion(resource['promotion_detail']));
		return read(readAttach(basket, from === 'attach_bare_sku'));
	} catch (error) {
		if (!(error instanceof IntegrationError)) throw error;
		return { ...read([]), lines_problem: error.message };
	}
}

/** The amounts of an order; combined orders have other names for the totals. */
export function readTotals(amount: JsonObject, totalName: string, payerName: string, path: string) {
	const total = minor(amount[totalName], path + totalName);
	const currency = text(amount['currency'] ?? 'CNY', `${path}currency`);
	const byBuyer = amount[payerName];
	return {
		total,
		payer_total: isMinor(byBuyer) ? byBuyer : total,
		currency,
		payer_currency: optionalText(amount['payer_currency']) ?? currency,
	};
}

/** The two things that a shop writes into `attach`. */
export interface AttachParts {
	/** The order lines, for `readAttach`. */
	basket: string;
	/** Code of a campaign, such as the scene of the mini-program's page. */
	campaign?: string;
}

const MARK = ';c=';
/** WeChat allows 128 bytes for all of `attach`. UTF-16 units. */
const LONGEST_CODE = 64;
const LONGEST_ATTACH = 8_000;

/** Separates the campaign, `;c=CODE` at the end or the field `c` of a JSON object, from the order lines. */
export function splitAttach(attach: string): AttachParts {
	const [basket, campaign] = /^\s*[[{]/.test(attach)
		? [attach, codeOf(attach)]
		: cut(attach, attach.lastIndexOf(MARK));
	const code = safeLine(campaign, LONGEST_CODE);
	return { basket, ...(code && { campaign: code }) };
}

const cut = (text: string, at: number): [basket: string, campaign: string] =>
	at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + MARK.length)];

function codeOf(json: string): string {
	const code = json.length > LONGEST_ATTACH ? undefined : asObject(tryParse(json))?.['c'];
	return typeof code === 'string' || Number.isSafeInteger(code) ? String(code) : '';
}

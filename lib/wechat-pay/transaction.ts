import { IntegrationError } from '../errors';
import { money, toDecimal } from '../money';
import { asObject, type JsonObject } from './notification';
import { completeLines, readAttach, readPromotion } from './order-lines';
import type { OrderLine, PaymentItem } from './payment';

/** Where order lines come from. */
export type LinesFrom = PaymentItem['lines_source'];

/** A payment without the receipt of the notification that told of it, e.g. the answer to a query. */
export type Payment = Omit<PaymentItem, 'notification'>;

export interface Expected {
	/** The merchant id of the credential. */
	mchid: string;
	/** When given, payments through another app are refused. */
	appid?: string;
}

/**
 * WeChat's transaction, from a notification or a query, as the item that travels. Times stay as WeChat
 * writes them (RFC 3339).
 *
 * @throws IntegrationError `WECHAT_MERCHANT_MISMATCH`, `WECHAT_APP_MISMATCH`, `WECHAT_ORDER_KIND_UNSUPPORTED`
 *   or `WECHAT_TRANSACTION_UNREADABLE`
 */
export function readTransaction(
	resource: JsonObject,
	expected: Expected,
	from: LinesFrom,
): Payment {
	checkOwner(resource, expected);
	const amount = asObject(resource['amount']);
	const total = fen(amount?.['total'], 'amount.total');
	const payerTotal = fen(amount?.['payer_total'] ?? total, 'amount.payer_total');
	const currency = text(amount?.['currency'] ?? 'CNY', 'amount.currency');
	const payerCurrency = text(amount?.['payer_currency'] ?? currency, 'amount.payer_currency');
	const openid = asObject(resource['payer'])?.['openid'];
	const promotions = resource['promotion_detail'];
	return {
		mchid: expected.mchid,
		appid: text(resource['appid'], 'appid'),
		out_trade_no: text(resource['out_trade_no'], 'out_trade_no'),
		// Cross-border accounts call it `id`.
		transaction_id: text(resource['transaction_id'] ?? resource['id'], 'transaction_id'),
		trade_type: text(resource['trade_type'], 'trade_type'),
		trade_state: text(resource['trade_state'], 'trade_state'),
		...optional('trade_state_desc', resource['trade_state_desc']),
		...optional('bank_type', resource['bank_type']),
		...optional('attach', resource['attach']),
		success_time: text(resource['success_time'], 'success_time'),
		payer: typeof openid === 'string' ? { openid } : {},
		amount: { total, payer_total: payerTotal, currency, payer_currency: payerCurrency },
		total_fen: total,
		total: toDecimal(money(total, currency)),
		payer_total_fen: payerTotal,
		payer_total: toDecimal(money(payerTotal, payerCurrency)),
		...(Array.isArray(promotions) ? { promotion_detail: promotions } : {}),
		...orderLines(resource, from, total, currency),
	};
}

/** The payment is real whatever its lines look like: what cannot be read is told, never refused. */
function orderLines(resource: JsonObject, from: LinesFrom, total: number, currency: string) {
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

function checkOwner(resource: JsonObject, { mchid, appid }: Expected): void {
	if ('combine_mchid' in resource || 'sp_mchid' in resource) {
		throw new IntegrationError({
			code: 'WECHAT_ORDER_KIND_UNSUPPORTED',
			message: 'This is a combined order or an order through a service provider.',
			likelyCause: 'The shop creates its orders with the partner or combine API.',
			nextStep: 'Create orders as a direct merchant (/v3/pay/transactions/…).',
		});
	}
	if (resource['mchid'] !== mchid) {
		throw new IntegrationError({
			code: 'WECHAT_MERCHANT_MISMATCH',
			message: 'The payment belongs to another merchant id than the credential.',
			likelyCause:
				'Two merchant accounts use the same notify_url, or the credential names another one.',
			nextStep: 'Use one WeChat Pay Trigger with its own credential for each merchant id.',
		});
	}
	if (appid && resource['appid'] !== appid) {
		throw new IntegrationError({
			code: 'WECHAT_APP_MISMATCH',
			message: 'The payment was made through another app than the trigger expects.',
			likelyCause: 'Two mini-programs use the same notify_url.',
			nextStep: 'Correct or empty the App ID in WeChat Pay Trigger.',
		});
	}
}

function text(value: unknown, name: string): string {
	if (typeof value === 'string' && value !== '') return value;
	throw unreadable(name);
}

function fen(value: unknown, name: string): number {
	if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
	throw unreadable(name);
}

function optional<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
	return typeof value === 'string' ? ({ [name]: value } as Record<K, string>) : {};
}

function unreadable(name: string): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_TRANSACTION_UNREADABLE',
		message: `WeChat's transaction has no usable ${name}.`,
		likelyCause:
			'The order is not paid yet, or WeChat Pay has changed the form of its transactions.',
		nextStep: 'Look the order up in the merchant platform; report it if it is an ordinary payment.',
	});
}

import type { HttpCallContext } from '../../core/http';
import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { currencyExponent } from '../../core/money';
import type { OrderKey } from '../api/endpoints';
import { queryOrder } from '../api/orders';
import type { WechatPayAccount } from '../keys/account';
import { ORDERS } from '../merchant-platform';
import { leftToRefund, listRefunds } from '../refunds/list-refunds';
import { refundableOrder } from '../refunds/refund-request';

/** A paid order as customs sees it. Amounts in fen. */
export interface DeclarableOrder {
	/** Of the merchant number that the payment belongs to: a service provider's own. */
	appid: string;
	out_trade_no: string;
	transaction_id: string;
	/** The full price, coupons included. */
	total_fen: number;
	/** The full price less all refunds that did not fail. */
	left_fen: number;
}

/**
 * What a declaration needs to know of an order, as WeChat Pay knows it at this moment.
 *
 * @throws IntegrationError `WECHAT_ORDER_NOT_REFUNDABLE` for an unpaid order, `WECHAT_CUSTOMS_CURRENCY`, and those
 * of `queryOrder` and `listRefunds`
 */
export async function declarableOrder(
	account: WechatPayAccount,
	key: OrderKey,
	context: HttpCallContext,
): Promise<DeclarableOrder> {
	const answer = await queryOrder(account, key, context);
	const order = refundableOrder(answer);
	const { out_trade_no, transaction_id, total, currency, apps } = order;
	const merchant = key.sub_mchid ? { sub_mchid: key.sub_mchid } : {};
	const refunds = order.refunded ? await listRefunds(account, order, merchant, context) : [];
	const inFen = (amount: number) => toFen(amount, currency, answer);
	return {
		appid: apps.sp_appid ?? apps.appid ?? '',
		out_trade_no,
		transaction_id,
		total_fen: inFen(total),
		left_fen: inFen(leftToRefund(order, refunds)),
	};
}

/** Customs gets yuan. A price in another currency is converted at the rate of the order, and cut off. */
function toFen(amount: number, currency: string, order: JsonObject): number {
	if (currency === 'CNY') return amount;
	const rate = asObject(asObject(order['amount'])?.['exchange_rate'])?.['rate'];
	if (!Number.isSafeInteger(rate) || Number(rate) <= 0) throw withoutRate(currency);
	// The rate is yuan for one unit, times 10^8.
	const scale = 10n ** BigInt(6 + currencyExponent(currency));
	return Number((BigInt(amount) * BigInt(Number(rate))) / scale);
}

const withoutRate = (currency: string): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_CUSTOMS_CURRENCY',
		message: `The order is priced in ${currency}, and the rate of the order is missing.`,
		likelyCause: 'Customs takes amounts in yuan only.',
		nextStep: `Look the order up at ${ORDERS}, and declare it there.`,
	});

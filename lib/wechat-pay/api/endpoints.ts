import type { WechatPayAccount } from '../keys/account';
import { crossBorder, isCrossBorder } from '../keys/region';

/** Of a service provider's order: the merchant that it was made for. */
export interface OfMerchant {
	sub_mchid?: string | undefined;
}

/** An order, by either of its numbers. */
export type OrderKey = ({ transaction_id: string } | { out_trade_no: string }) & OfMerchant;

/** A refund, by the merchant's own number. */
export type RefundKey = { out_refund_no: string } & OfMerchant;

function ordersOf(account: WechatPayAccount, sub_mchid: string | undefined): string {
	if (isCrossBorder(account)) return `${crossBorder(account)}/transactions`;
	return sub_mchid ? '/v3/pay/partner/transactions' : '/v3/pay/transactions';
}

/** `*` is legal in the merchant's numbers, and what is signed has to be what is sent. */
const segment = (text: string): string => encodeURIComponent(text).replace(/\*/g, '%2A');

/** The merchant, or the service provider and the merchant that it acts for, as calls name them. */
export const ownerOf = ({ mchid }: WechatPayAccount, { sub_mchid }: OfMerchant) =>
	sub_mchid ? { sp_mchid: mchid, sub_mchid } : { mchid };

/** Path and query of an order query. */
export function orderTarget(account: WechatPayAccount, key: OrderKey): string {
	const path =
		'transaction_id' in key
			? `id/${segment(key.transaction_id)}`
			: `out-trade-no/${segment(key.out_trade_no)}`;
	return withQuery(`${ordersOf(account, key.sub_mchid)}/${path}`, ownerOf(account, key));
}

/** Path that closes an unpaid order. */
export const closeTarget = (
	account: WechatPayAccount,
	{ out_trade_no, sub_mchid }: { out_trade_no: string } & OfMerchant,
): string => `${ordersOf(account, sub_mchid)}/out-trade-no/${segment(out_trade_no)}/close`;

/** Path that asks for a refund. */
export const refundsTarget = (account: WechatPayAccount): string =>
	isCrossBorder(account) ? `${crossBorder(account)}/refunds` : '/v3/refund/domestic/refunds';

/** Path and query of a refund query. */
export function refundTarget(account: WechatPayAccount, key: RefundKey): string {
	const number = segment(key.out_refund_no);
	if (!isCrossBorder(account)) {
		return withQuery(`/v3/refund/domestic/refunds/${number}`, { sub_mchid: key.sub_mchid });
	}
	const path = `${crossBorder(account)}/refunds/out-refund-no/${number}`;
	return withQuery(path, ownerOf(account, key));
}

/** Path and query, those parameters left out that are undefined. */
export function withQuery(path: string, parameters: Record<string, string | undefined>): string {
	const pairs = Object.entries(parameters).flatMap(([name, value]) =>
		value === undefined ? [] : [`${name}=${segment(value)}`],
	);
	return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

import type { WechatPayAccount } from './account';

/** Which of its two numbers an order is looked up by. */
export type OrderKey = { transaction_id: string } | { out_trade_no: string };

/** Path and query of an order query; cross-border accounts have paths of their own. */
export function orderTarget({ region, mchid }: WechatPayAccount, key: OrderKey): string {
	const base = region === 'global' ? '/v3/global/transactions' : '/v3/pay/transactions';
	const path =
		'transaction_id' in key
			? `id/${encodeURIComponent(key.transaction_id)}`
			: // `*` is legal in out_trade_no, and what is signed has to be what is sent.
				`out-trade-no/${encodeURIComponent(key.out_trade_no).replace(/\*/g, '%2A')}`;
	return `${base}/${path}?mchid=${mchid}`;
}

/** Path of the platform certificates. */
export function certificatesTarget({ region }: WechatPayAccount): string {
	return region === 'global' ? '/v3/global/certificates' : '/v3/certificates';
}

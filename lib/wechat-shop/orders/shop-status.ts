/** What a status of a shop order means for its payment, in WeChat Pay's words. */
export type ShopTradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';

const TRADE_STATES: Record<number, ShopTradeState | undefined> = {
	10: 'NOTPAY',
	12: 'SUCCESS',
	13: 'SUCCESS',
	20: 'SUCCESS',
	21: 'SUCCESS',
	30: 'SUCCESS',
	100: 'SUCCESS',
	200: 'REFUND',
	250: 'CLOSED',
};

const WAITS: Record<number, string | undefined> = {
	12: 'The order is a gift that was not accepted yet.',
	13: 'The group purchase of this order is not complete yet.',
};

/** An unknown status counts as paid if WeChat names a time of payment: a person then looks at it. */
export const shopTradeState = (status: number, payTime: number | undefined): ShopTradeState =>
	TRADE_STATES[status] ?? (payTime ? 'SUCCESS' : 'NOTPAY');

/** Why an order in this status must not be shipped although it is paid; undefined if it may. */
export const statusWait = (status: number): string | undefined =>
	status in TRADE_STATES
		? WAITS[status]
		: `WeChat Shop reports the status ${status}, which this version does not know.`;

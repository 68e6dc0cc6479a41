import { money, toDecimal, type Money } from '../core/money';
import type { Leg } from './ledger-entry';

/** How far the money of an order has come. */
export type MoneyState = 'paid' | 'settled' | 'received';

/** The three amounts of an order, net of refunds; absent where the ledger has none. */
export interface OrderMoney {
	state: MoneyState;
	paid?: Money;
	/** After WeChat's fee. */
	settled?: Money;
	/** After the bank's charges. */
	received?: Money;
}

interface Entry {
	leg: Leg;
	amount: Money;
}

/** Which of the three amounts a leg is part of; payouts of an acquirer and bank charges are part of none. */
const PART_OF: Record<Leg, MoneyState | undefined> = {
	paid: 'paid',
	settled: 'settled',
	fee: 'settled',
	paid_out: undefined,
	received: 'received',
	bank_charge: undefined,
};

/**
 * Adds up the entries of one order.
 *
 * @throws RangeError where one of its amounts is in two currencies
 */
export function orderMoney(entries: Entry[]): OrderMoney {
	const sums: Partial<Record<MoneyState, Money>> = {};
	for (const { leg, amount } of entries) {
		const part = PART_OF[leg];
		if (!part) continue;
		const before = sums[part];
		if (before && before.currency !== amount.currency) {
			throw new RangeError(`${part} in ${before.currency} and ${amount.currency}`);
		}
		sums[part] = money((before?.amount ?? 0) + amount.amount, amount.currency);
	}
	return { state: sums.received ? 'received' : sums.settled ? 'settled' : 'paid', ...sums };
}

/** The amounts as decimal text, each with its currency. */
export interface AmountTexts {
	paid?: string;
	paid_currency?: string;
	settled?: string;
	settled_currency?: string;
	received?: string;
	received_currency?: string;
}

export function amountTexts(orderMoney: OrderMoney | undefined): AmountTexts {
	const texts = (['paid', 'settled', 'received'] as const).map((state) => {
		const amount = orderMoney?.[state];
		return amount ? { [state]: toDecimal(amount), [`${state}_currency`]: amount.currency } : {};
	});
	return Object.assign({}, ...texts) as AmountTexts;
}

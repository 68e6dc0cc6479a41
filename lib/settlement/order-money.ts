import { explain, IntegrationError } from '../core/errors';
import { money, toDecimal, type Money } from '../core/money';
import type { Leg } from './ledger-entry';

/** How far the money of an order has come. */
export type MoneyState = 'paid' | 'settled' | 'received';

/** The three amounts of an order, net of refunds; absent where the ledger has none or has it in several currencies. */
export interface OrderMoney {
	state: MoneyState;
	paid?: Money;
	/** After WeChat's fee. */
	settled?: Money;
	/** After the bank's charges. */
	received?: Money;
	/** Why an amount cannot be told, in one line with the next step: the ledger has it in several currencies. */
	problem?: string;
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

/** Adds up the entries of one order. An amount in several currencies is left out and named in `problem`. */
export function orderMoney(entries: Entry[]): OrderMoney {
	const sums = new Map<MoneyState, Map<string, number>>();
	for (const { leg, amount } of entries) {
		const part = PART_OF[leg];
		if (!part) continue;
		const own = sums.get(part) ?? new Map<string, number>();
		sums.set(part, own.set(amount.currency, (own.get(amount.currency) ?? 0) + amount.amount));
	}
	const found: OrderMoney = {
		state: [...STATES].reverse().find((state) => sums.has(state)) ?? 'paid',
	};
	const problems: string[] = [];
	for (const [state, byCurrency] of sums) {
		const amounts = [...byCurrency].map(([currency, amount]) => money(amount, currency));
		// A currency that a later entry has taken back entirely no longer counts.
		const left = amounts.filter(({ amount }) => amount !== 0);
		const [only = amounts.at(-1), second] = left;
		if (second) problems.push(severalCurrencies(state, left));
		else if (only) found[state] = only;
	}
	return { ...found, ...(problems.length > 0 && { problem: problems.join(' ') }) };
}

const STATES = ['paid', 'settled', 'received'] as const;

const severalCurrencies = (state: MoneyState, amounts: Money[]) =>
	explain(
		new IntegrationError({
			code: 'ORDER_MONEY_IN_SEVERAL_CURRENCIES',
			message: `The ledger has what was ${state} for this order in several currencies: ${amounts.map((one) => `${toDecimal(one)} ${one.currency}`).join(' and ')}.`,
			likelyCause:
				'A document was imported with the wrong currency, or parts of this order were paid to bank accounts in different currencies.',
			nextStep:
				'In Odoo → Sales → Reporting → WeChat Settlement Entries, compare the entries of this order with your documents. Entries cannot be changed: add one that takes the wrong amount back, and one with the right currency. If both currencies are right, book this order by hand.',
		}),
	);

/** The amounts as decimal text, each with its currency. */
export interface AmountTexts {
	paid?: string;
	paid_currency?: string;
	settled?: string;
	settled_currency?: string;
	received?: string;
	received_currency?: string;
	/** Why an amount is missing that the ledger has in several currencies. */
	money_problem?: string;
}

export function amountTexts(orderMoney: OrderMoney | undefined): AmountTexts {
	const problem = orderMoney?.problem;
	const texts = STATES.map((state) => {
		const amount = orderMoney?.[state];
		return amount ? { [state]: toDecimal(amount), [`${state}_currency`]: amount.currency } : {};
	});
	return Object.assign({}, ...texts, problem && { money_problem: problem }) as AmountTexts;
}

import type { JsonObject } from '../core/json';
import { money, toDecimal, type Money } from '../core/money';
import { readItem, type ItemKind } from '../core/read-item';
import { readDay, readText } from './field-formats';
import type { LedgerEntry } from './ledger-entry';

/** A settlement batch that WeChat has paid out. Dates are `yyyy-MM-dd` in Beijing. */
export interface Payout {
	batch_id: string;
	/** Of the merchant that is paid; absent where the item does not tell. */
	mchid?: string;
	/** The day of the payout. */
	date: string;
	/** First and last day of the trade in it. */
	from: string;
	until: string;
	settled: Money;
	/** Of an acquirer: the ledger names its orders by its number, not by days of trade. */
	acquirer?: {
		/** What of it belongs to no order of WeChat, smallest unit. */
		other: number;
	};
}

const PAYOUT: ItemKind = {
	code: 'NOT_A_SETTLEMENT',
	name: 'a payout that was made',
	nextStep: 'Pass on the items of WeChat Pay → Settlement: Get Many, State Settled, unchanged.',
};

/** Reads an item of Get Many settlements. @throws IntegrationError `NOT_A_SETTLEMENT` */
export const readPayout = (item: JsonObject): Payout =>
	readItem(item, PAYOUT, ({ text, optionalText, whole, parsed }) => {
		const mchid = optionalText('mchid');
		return {
			batch_id: parsed('batch_id', (value) => readText(value) || undefined, ''),
			...(mchid && { mchid }),
			date: parsed('settlement_date', readDay, ''),
			from: parsed('trade_start_date', readDay, ''),
			until: parsed('trade_end_date', readDay, ''),
			settled: {
				currency: text('currency').toUpperCase(),
				amount: whole('settled_fen', -Infinity),
			},
			...(item.acquirer_payout === true && {
				acquirer: { other: whole('other_fen', -Infinity) },
			}),
		};
	});

/** The net amount of an order on the days of a payout, after the fee, in the payout's currency. */
export interface OrderNet {
	mchid: string;
	transaction_id: string;
	net: number;
}

/** The net amount of each order. @param entries settled amounts and fees, in one currency */
export function orderNets(entries: LedgerEntry[]): OrderNet[] {
	const nets = new Map<string, OrderNet>();
	for (const { mchid, transaction_id, amount } of entries) {
		const before = nets.get(transaction_id)?.net ?? 0;
		nets.set(transaction_id, { mchid, transaction_id, net: before + amount.amount });
	}
	return [...nets.values()];
}

/** A payout compared with the sum of its statement days. */
export interface CheckedPayout {
	payout: Payout;
	orders: OrderNet[];
	/** Payout less orders, in the payout's smallest unit: 0 when they agree. */
	difference: number;
	/** What is wrong and what to do, as a sentence; empty when they agree. */
	problem: string;
}

/** Compares a payout with the orders of its days. */
export function checkPayout(payout: Payout, orders: OrderNet[]): CheckedPayout {
	const { settled, batch_id, from, until } = payout;
	const sum = orders.reduce((all, { net }) => all + net, 0);
	const difference = settled.amount - sum;
	const text = (amount: number) =>
		`${toDecimal(money(amount, settled.currency))} ${settled.currency}`;
	const advice = payout.acquirer
		? 'Run Record Acquirer Payout with all rows of its file; its output Not Recorded lists orders that are not in Odoo.'
		: 'Run Record Statement for each of these days; its output Not Recorded lists orders that are not in Odoo.';
	const problem =
		difference === 0
			? ''
			: `Payout ${batch_id} is ${text(settled.amount)}, but the statements of ${from} to ${until} add up to ${text(sum)} in Odoo: ${text(difference)} ${difference > 0 ? 'are missing in Odoo' : 'are too much in Odoo'}. ${advice}`;
	return { payout, orders, difference, problem };
}

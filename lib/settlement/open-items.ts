import { money, toDecimal } from '../core/money';
import { addMonths } from './field-formats';

/** The money of one order as the ledger has it. Amounts are smallest units, net of refunds. */
export interface OrderAmounts {
	/** Odoo's name of the order. */
	order: string;
	transaction_id: string;
	/** The day of its payment, `yyyy-MM-dd`. */
	date: string;
	/** Absent where the ledger has none. */
	paid?: { amount: number; currency: string };
	/** After WeChat's fee. */
	settled?: { amount: number; currency: string };
	received?: { amount: number; currency: string };
	/** Why an amount is absent that the ledger has in several currencies. */
	problem?: string;
}

/** Money that has not arrived yet, or whose currency a person has to correct. */
export interface OpenItem {
	order: string;
	transaction_id: string;
	/**
	 * `settlement`: the statement of its day is not in Odoo. `receipt`: the bank has not received it. `correction`: the
	 * ledger has an amount in several currencies.
	 */
	waits_for: 'settlement' | 'receipt' | 'correction';
	date: string;
	/** Whole days. */
	age_days: number;
	/** E.g. `4–7 days`. */
	age: string;
	amount: string;
	currency: string;
	/** Of a correction: what is wrong, and the next step. */
	money_problem?: string;
	/** The day by which the money has to arrive, `yyyy-MM-dd`; absent without a period. */
	realise_by?: string;
	overdue?: boolean;
}

const AGES: Array<[upTo: number, name: string]> = [
	[3, '0–3 days'],
	[7, '4–7 days'],
	[14, '8–14 days'],
	[30, '15–30 days'],
	[Infinity, 'more than 30 days'],
];
const DAY_MS = 24 * 3600 * 1000;

/**
 * The open items, the oldest first.
 *
 * @param today `yyyy-MM-dd`
 * @param months from the order until its money has to arrive; 0 for no such day
 */
export function openItems(orders: OrderAmounts[], today: string, months = 0): OpenItem[] {
	return orders
		.flatMap((order): OpenItem[] => {
			const { settled, received, paid, date, problem } = order;
			if (received && !problem) return [];
			const amount = received ?? settled ?? paid;
			if (!problem && (!amount || settled?.amount === 0)) return [];
			const realise_by = addMonths(date, months);
			const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(date)) / DAY_MS));
			return [
				{
					order: order.order,
					transaction_id: order.transaction_id,
					waits_for: problem ? 'correction' : settled ? 'receipt' : 'settlement',
					date,
					age_days: days,
					age: AGES.find(([upTo]) => days <= upTo)?.[1] ?? '',
					amount: amount ? toDecimal(money(amount.amount, amount.currency)) : '',
					currency: amount?.currency ?? '',
					...(problem && { money_problem: problem }),
					...(months > 0 && { realise_by, overdue: realise_by < today }),
				},
			];
		})
		.sort((a, b) => b.age_days - a.age_days || (a.transaction_id < b.transaction_id ? -1 : 1));
}

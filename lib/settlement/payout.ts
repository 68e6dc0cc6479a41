import { money, toDecimal, type Money } from '../core/money';
import { notA } from './settlement-error';

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
}

/** Reads an item of Get Many settlements. @throws IntegrationError `NOT_A_SETTLEMENT` */
export function readPayout(fields: Record<string, unknown>): Payout {
	const day = (name: string): string => {
		const [, year, month, date] =
			/^(\d{4})-?(\d\d)-?(\d\d)$/.exec(String(fields[name] ?? '')) ?? [];
		return year ? `${year}-${month}-${date}` : '';
	};
	const { batch_id, currency, settled_fen } = fields;
	const [date, from, until] = [
		day('settlement_date'),
		day('trade_start_date'),
		day('trade_end_date'),
	];
	const wrong = [
		...(batch_id ? [] : ['batch_id']),
		...(date ? [] : ['settlement_date']),
		...(from ? [] : ['trade_start_date']),
		...(until ? [] : ['trade_end_date']),
		...(typeof currency === 'string' && currency ? [] : ['currency']),
		...(Number.isSafeInteger(settled_fen) ? [] : ['settled_fen']),
	];
	if (wrong.length > 0) {
		const source = 'WeChat Pay → Settlement: Get Many, State Settled';
		throw notA('SETTLEMENT', 'a payout that was made', wrong, source);
	}
	const settled = money(Number(settled_fen), String(currency));
	const { mchid } = fields;
	return {
		batch_id: String(batch_id),
		...(typeof mchid === 'string' && mchid && { mchid }),
		...{ date, from, until, settled },
	};
}

/** What the ledger holds of an order on the days of a payout, after the fee, in the payout's currency. */
export interface OrderNet {
	mchid: string;
	transaction_id: string;
	net: number;
}

/** A payout beside the sum of its statement days. */
export interface CheckedPayout {
	payout: Payout;
	orders: OrderNet[];
	/** Payout less orders, in the payout's smallest unit: 0 when all of it is accounted for. */
	difference: number;
	/** What is wrong and what to do, as a sentence; empty when nothing is. */
	problem: string;
}

/** Compares a payout with the orders of its days. */
export function checkPayout(payout: Payout, orders: OrderNet[]): CheckedPayout {
	const { settled, batch_id, from, until } = payout;
	const sum = orders.reduce((all, { net }) => all + net, 0);
	const difference = settled.amount - sum;
	const text = (amount: number) =>
		`${toDecimal(money(amount, settled.currency))} ${settled.currency}`;
	const problem =
		difference === 0
			? ''
			: `Payout ${batch_id} is ${text(settled.amount)}, but the statements of ${from} to ${until} come to ${text(sum)} in Odoo: ${text(difference)} ${difference > 0 ? 'are missing there' : 'are too much there'}. Run Record Statement for each of these days; its output Not Recorded names orders that Odoo lacks.`;
	return { payout, orders, difference, problem };
}

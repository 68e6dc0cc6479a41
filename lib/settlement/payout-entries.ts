import type { JsonObject } from '../core/json';
import { fromDecimal, money, type Money } from '../core/money';
import { readItem, type ItemKind } from '../core/read-item';
import { convert, type Ratio } from './ratio';

/** What a line of an entry is for; each has an account of its own. */
export type EntryRole = 'clearing' | 'transit' | 'fee' | 'bank' | 'charges' | 'difference';

/** One line of an accounting entry. */
export interface EntryLine {
	role: EntryRole;
	name: string;
	/** In the currency of the document; debits positive. */
	amount: Money;
	/** The same in the company's currency. The lines of an entry add up to 0. */
	balance: Money;
}

/** A draft entry to create. */
export interface PayoutEntry {
	/** `settled`: from the clearing account in CNY to the transit account in USD. `received`: from there to the bank. */
	kind: 'settled' | 'received';
	/** `yyyy-MM-dd` */
	date: string;
	lines: EntryLine[];
}

/** A row of the register, as far as accounts need it. Amounts are decimal text. */
export interface BookedPayout {
	batch_id: string;
	settlement_date: string;
	paid: string;
	paid_currency: string;
	settled: string;
	settled_currency: string;
	settlement_fee: string;
	/** That of the settlement, unless an acquirer pays out in another. */
	settlement_fee_currency?: string;
	received_date: string;
	received: string;
	received_currency: string;
	bank_charges: string;
}

const REMITTANCE: ItemKind = {
	code: 'NOT_A_REMITTANCE',
	name: 'a received payout',
	nextStep:
		'Pass on the items of Odoo Settlement → Settlement: Record Receipts or Get Remittance Register with all of their fields.',
};

/** Reads a row of Record Receipts or of the register. @throws IntegrationError `NOT_A_REMITTANCE` */
export const readBookedPayout = (item: JsonObject): BookedPayout =>
	readItem(item, REMITTANCE, ({ text, optionalText }) => ({
		batch_id: text('batch_id'),
		settlement_date: text('settlement_date'),
		paid: text('paid'),
		paid_currency: text('paid_currency'),
		settled: text('settled'),
		settled_currency: text('settled_currency'),
		settlement_fee: text('settlement_fee'),
		settlement_fee_currency: optionalText('settlement_fee_currency') || text('settled_currency'),
		received_date: text('received_date'),
		received: text('received'),
		received_currency: text('received_currency'),
		bank_charges: text('bank_charges'),
	}));

/** Units of the company's currency for one of another on a day. */
export type HomeRate = (currency: string, date: string) => Ratio;

/**
 * The two entries of a payout: what buyers paid leaves the clearing account and becomes dollars in transit, less
 * WeChat's fee; these become what the bank credited and what it charged. What the rates of the days do not explain
 * goes to the account for exchange differences.
 */
export function payoutEntries(row: BookedPayout, home: string, rate: HomeRate): PayoutEntry[] {
	const line =
		(date: string) =>
		(role: EntryRole, name: string, amount: Money): EntryLine => ({
			...{ role, name, amount },
			balance:
				amount.currency === home ? amount : convert(amount, rate(amount.currency, date), home),
		});
	const settled = fromDecimal(row.settled, row.settled_currency);
	const received = fromDecimal(row.received, row.received_currency);
	const charges = fromDecimal(row.bank_charges, row.received_currency);
	const fee = fromDecimal(row.settlement_fee, row.settlement_fee_currency ?? row.settled_currency);
	const paid = fromDecimal(row.paid, row.paid_currency);
	const text = `WeChat payout ${row.batch_id}`;
	const first = line(row.settlement_date);
	const second = line(row.received_date);
	return [
		balanced('settled', row.settlement_date, home, [
			first('clearing', `${text}: paid by buyers`, minus(paid)),
			first('transit', `${text}: settled`, settled),
			first('fee', `${text}: fee of WeChat`, fee),
		]),
		balanced('received', row.received_date, home, [
			second('transit', `${text}: settled`, minus(settled)),
			second('bank', `${text}: received`, received),
			second('charges', `${text}: charges of the bank`, charges),
		]),
	];
}

const minus = ({ amount, currency }: Money): Money => money(0 - amount, currency);

function balanced(
	kind: PayoutEntry['kind'],
	date: string,
	home: string,
	all: EntryLine[],
): PayoutEntry {
	const lines = all.filter(({ amount }) => amount.amount !== 0);
	const open = lines.reduce((sum, { balance }) => sum + balance.amount, 0);
	if (open === 0) return { kind, date, lines };
	const rest = money(0 - open, home);
	const difference = { role: 'difference', name: 'Exchange difference' } as const;
	return { kind, date, lines: [...lines, { ...difference, amount: rest, balance: rest }] };
}

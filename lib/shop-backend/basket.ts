import { money, toDecimal } from '../core/money';
import { safeCode } from '../core/outside-text';

/** A line of the basket in the answer of the shop's backend. */
export interface BasketLine {
	sku: string;
	/** Units. */
	quantity: number;
	/** Fen per unit, tax included, as paid. */
	unit_price_fen: number;
	unit_price: string;
}

/** The lines, or why the basket does not fit the payment. */
export type Basket =
	| { lines: BasketLine[]; lines_source: 'shop' }
	| { lines: []; lines_source: 'shop'; lines_problem: string };

/**
 * Reads the shop's answer to `basket.get` and compares it with the payment to the fen: the sum of
 * its lines, and its own `total_fen` where it has one. A basket that cannot be read gives no lines and
 * says why: the order is paid in any case, and becomes a draft.
 *
 * @param answer undefined when the shop does not know the order
 * @param paidFen the order total that WeChat confirmed
 */
export function readBasket(
	answer: Record<string, unknown> | undefined,
	paidFen: number,
	currency: string,
): Basket {
	if (!answer) return without('The shop does not know this order.');
	const lines = readLines(answer.lines, currency);
	if (typeof lines === 'string') return broken(lines);
	const sum = lines.reduce((total, line) => total + line.quantity * line.unit_price_fen, 0);
	const totals = [sum, ...(answer.total_fen === undefined ? [] : [answer.total_fen])];
	const other = totals.find((total) => total !== paidFen);
	if (other === undefined) return { lines, lines_source: 'shop' };
	const text = (fen: number) => toDecimal(money(fen, currency));
	return without(
		`The shop's basket makes ${Number.isSafeInteger(other) ? text(Number(other)) : 'no amount'}, but ${text(paidFen)} ${currency} was paid.`,
	);
}

const without = (problem: string): Basket => ({
	lines: [],
	lines_source: 'shop',
	lines_problem: problem,
});

const broken = (what: string): Basket =>
	without(
		`The shop backend's basket breaks the contract: ${what}. Compare its answer with docs/shop-backend.md.`,
	);

/** More lines than any basket has; each of them is looked up in Odoo. */
const MAX_LINES = 500;

/** The lines, or what is wrong with them. */
function readLines(value: unknown, currency: string): BasketLine[] | string {
	if (!Array.isArray(value)) return '"lines" is not a list';
	if (value.length > MAX_LINES) return `it has more than ${MAX_LINES} lines`;
	const lines: BasketLine[] = [];
	for (const one of value) {
		const line = readLine(one, currency);
		if (typeof line === 'string') return line;
		lines.push(line);
	}
	return lines;
}

function readLine(line: unknown, currency: string): BasketLine | string {
	const { sku, quantity, unit_price_fen: price } = (line ?? {}) as Record<string, unknown>;
	if (typeof sku !== 'string' || sku.trim() === '') return 'a line has no "sku"';
	if (!Number.isSafeInteger(quantity) || Number(quantity) < 1) {
		return 'a "quantity" is not a whole number above 0';
	}
	if (!Number.isSafeInteger(price) || Number(price) < 0) {
		return 'a "unit_price_fen" is not a whole number of fen';
	}
	const unit_price = toDecimal(money(Number(price), currency));
	const code = safeCode(sku.trim());
	return { sku: code, quantity: Number(quantity), unit_price_fen: Number(price), unit_price };
}

import { IntegrationError } from '../core/errors';
import { money, toDecimal } from '../core/money';

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
 * its lines, and its own `total_fen` where it has one.
 *
 * @param answer undefined when the shop does not know the order
 * @param paidFen the order total that WeChat confirmed
 * @throws IntegrationError `SHOP_BASKET_UNREADABLE` when the answer breaks the contract
 */
export function readBasket(
	answer: Record<string, unknown> | undefined,
	paidFen: number,
	currency: string,
): Basket {
	if (!answer) return without('The shop does not know this order.');
	if (!Array.isArray(answer.lines)) throw unreadable('"lines" is not a list');
	const lines = answer.lines.map((line: unknown) => readLine(line, currency));
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

function readLine(line: unknown, currency: string): BasketLine {
	const { sku, quantity, unit_price_fen: price } = (line ?? {}) as Record<string, unknown>;
	if (typeof sku !== 'string' || sku.trim() === '') throw unreadable('a line has no "sku"');
	if (!Number.isSafeInteger(quantity) || Number(quantity) < 1) {
		throw unreadable('a "quantity" is no whole number above 0');
	}
	if (!Number.isSafeInteger(price) || Number(price) < 0) {
		throw unreadable('a "unit_price_fen" is no whole number of fen');
	}
	const unit_price = toDecimal(money(Number(price), currency));
	return { sku: sku.trim(), quantity: Number(quantity), unit_price_fen: Number(price), unit_price };
}

function unreadable(what: string): IntegrationError {
	return new IntegrationError({
		code: 'SHOP_BASKET_UNREADABLE',
		message: `The shop backend's basket breaks the contract: ${what}.`,
		likelyCause: 'The shop backend was changed, or never followed the contract.',
		nextStep: 'Compare its answer with docs/shop-backend.md; amounts are integers in fen.',
	});
}

import { asObject } from '../core/json';
import { money, toDecimal } from '../core/money';
import { safeCode, safeLine } from '../core/outside-text';
import type { OrderDetails } from '../orders/model/order-details';

/** A line of the basket in the answer of the shop's backend. */
export interface BasketLine {
	sku: string;
	/** Units. */
	quantity: number;
	/** Fen per unit, tax included, as paid. */
	unit_price_fen: number;
	unit_price: string;
	name?: string;
	is_gift?: boolean;
}

/** Paid for shipping and deducted before the payment, where they are not 0. Fen and decimal text. */
type Extras = Pick<OrderDetails, 'shipping_fen' | 'shipping' | 'discount_fen' | 'discount'>;

/** The lines, or why the basket does not fit the payment. */
export type Basket =
	| ({ lines: BasketLine[]; lines_source: 'shop' } & Extras)
	| { lines: []; lines_source: 'shop'; lines_problem: string };

/**
 * Reads the lines in the shop's answer to `order.get` or `basket.get` and compares them with the payment
 * to the fen: lines + shipping − discount, and its own `total_fen` where it has one. A basket that cannot
 * be read gives no lines and says why: the order is paid in any case, and becomes a draft.
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
	const { shipping_fen: shipping = 0, discount_fen: discount = 0, total_fen: total } = answer;
	if (!isFen(shipping)) return broken('"shipping_fen" is not a whole number of fen');
	if (!isFen(discount)) return broken('"discount_fen" is not a whole number of fen');
	const goods = lines.reduce((fen, line) => fen + line.quantity * line.unit_price_fen, 0);
	const sum = goods + shipping - discount;
	const other = [sum, total ?? sum].find((one) => one !== paidFen);
	const text = (fen: number) => toDecimal(money(fen, currency));
	if (other === undefined) {
		return {
			...{ lines, lines_source: 'shop' },
			...(shipping > 0 && { shipping_fen: shipping, shipping: text(shipping) }),
			...(discount > 0 && { discount_fen: discount, discount: text(discount) }),
		};
	}
	return without(
		`The shop's basket makes ${Number.isSafeInteger(other) ? text(Number(other)) : 'no amount'}, but ${text(paidFen)} ${currency} was paid.`,
	);
}

const isFen = (value: unknown): value is number =>
	Number.isSafeInteger(value) && Number(value) >= 0;

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
	const { sku, quantity, unit_price_fen: price, name, is_gift } = asObject(line) ?? {};
	if (typeof sku !== 'string' || sku.trim() === '') return 'a line has no "sku"';
	if (!Number.isSafeInteger(quantity) || Number(quantity) < 1) {
		return 'a "quantity" is not a whole number above 0';
	}
	if (!isFen(price)) return 'a "unit_price_fen" is not a whole number of fen';
	return {
		...{ sku: safeCode(sku.trim()), quantity: Number(quantity), unit_price_fen: price },
		unit_price: toDecimal(money(price, currency)),
		...(typeof name === 'string' && { name: safeLine(name) }),
		...(is_gift === true && { is_gift }),
	};
}

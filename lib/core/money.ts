/** An amount in the smallest unit of its currency (fen, cents, paise, yen): always an integer. */
export interface Money {
	amount: number;
	/** ISO 4217 code, upper case. */
	currency: string;
}

const EXPONENT: Record<string, number> = {
	BHD: 3,
	BIF: 0,
	CLP: 0,
	DJF: 0,
	GNF: 0,
	IQD: 3,
	ISK: 0,
	JOD: 3,
	JPY: 0,
	KMF: 0,
	KRW: 0,
	KWD: 3,
	LYD: 3,
	OMR: 3,
	PYG: 0,
	RWF: 0,
	TND: 3,
	UGX: 0,
	VND: 0,
	VUV: 0,
	XAF: 0,
	XOF: 0,
	XPF: 0,
};

/** Digits after the decimal point (ISO 4217): 2 unless the currency is one of the exceptions. */
export function currencyExponent(currency: string): number {
	return EXPONENT[currency.toUpperCase()] ?? 2;
}

/** @throws RangeError when the amount is not a safe integer */
export function money(amount: number, currency: string): Money {
	if (!Number.isSafeInteger(amount)) {
		throw new RangeError(`An amount is an integer in the currency's smallest unit, not ${amount}`);
	}
	return { amount, currency: currency.toUpperCase() };
}

/** Decimal text in the major unit, for people and for Odoo: `{19900, CNY}` → `"199.00"`. */
export function toDecimal({ amount, currency }: Money): string {
	const exponent = currencyExponent(currency);
	const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
	const sign = amount < 0 ? '-' : '';
	if (exponent === 0) return sign + digits;
	return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** An amount with its currency, for people: `(19900, 'CNY')` → `"199.00 CNY"`. */
export const amountText = (amount: number, currency: string): string =>
	`${toDecimal(money(amount, currency))} ${currency}`;

/** Longer text is no amount. */
const LONGEST_DECIMAL = 64;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/**
 * Decimal text in the major unit to `Money`, without a float on the way.
 *
 * @throws RangeError when the text is no decimal or has more digits than the currency knows
 */
export function fromDecimal(text: string, currency: string): Money {
	const match = text.length > LONGEST_DECIMAL ? null : DECIMAL.exec(text.trim());
	const exponent = currencyExponent(currency);
	const fraction = (match?.[3] ?? '').replace(/0+$/, '');
	if (!match || fraction.length > exponent) {
		throw new RangeError(`"${text.slice(0, LONGEST_DECIMAL)}" is not an amount in ${currency}`);
	}
	const amount = Number(`${match[1]}${match[2]}${fraction.padEnd(exponent, '0')}`);
	return money(amount, currency);
}

/**
 * Divides an amount in proportion to weights, in whole units, by the largest remainder: each share is
 * rounded down, and each unit left over goes to the share that lost most by it, the earlier one of equals.
 * The shares always add up to the total.
 *
 * @param total smallest units of a currency; negative for refunds
 * @param weights integers of any sign, e.g. net amounts, where refunds are negative
 * @throws RangeError where a number is no integer, or the weights add up to 0 or nearly to 0 and the total does not
 */
export function allocate(total: number, weights: number[]): number[] {
	const whole = BigInt(total);
	const signed = weights.map(BigInt);
	const sum = signed.reduce((all, weight) => all + weight, 0n);
	if (sum === 0n) {
		if (total === 0) return weights.map(() => 0);
		throw new RangeError('The amount cannot be divided: the weights add up to 0');
	}
	const parts = signed.map((weight, index) => {
		const exact = sum < 0n ? -weight * whole : weight * whole;
		const divisor = sum < 0n ? -sum : sum;
		const remainder = ((exact % divisor) + divisor) % divisor;
		return { index, share: (exact - remainder) / divisor, remainder };
	});
	const left = whole - parts.reduce((all, { share }) => all + share, 0n);
	const largestFirst = [...parts].sort((a, b) =>
		a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
	);
	for (const part of largestFirst.slice(0, Number(left))) part.share += 1n;
	const shares = parts.map(({ share }) => Number(share));
	if (shares.every(Number.isSafeInteger)) return shares;
	throw new RangeError('The weights nearly cancel out: their shares are too large');
}

/** Decimal text with the digits of its currency: `457.7` → `457.70`; unchanged if it is not an amount. */
export function decimalText(text: string, currency: string): string {
	try {
		return toDecimal(fromDecimal(text, currency));
	} catch {
		return text;
	}
}

/** Units at one price, in fen a unit. */
export interface PricedUnits {
	quantity: number;
	unit_price_fen: number;
}

/** Whole fen a unit that add up to an amount: two prices, one fen apart, where one price cannot. */
export function pricedUnits(totalFen: number, quantity: number): PricedUnits[] {
	const price = Math.floor(totalFen / quantity);
	const dearer = totalFen - price * quantity;
	return [
		{ quantity: quantity - dearer, unit_price_fen: price },
		...(dearer > 0 ? [{ quantity: dearer, unit_price_fen: price + 1 }] : []),
	];
}

import { currencyExponent, money, type Money } from '../core/money';

/** An exact rate: units of one currency for one unit of another, both in the major unit. */
export interface Ratio {
	numerator: bigint;
	/** Above 0. */
	denominator: bigint;
}

export const ONE: Ratio = { numerator: 1n, denominator: 1n };

const DECIMAL = /^(\d{1,30})(?:\.(\d{0,30}))?$/;
const scale = (currency: string) => 10n ** BigInt(currencyExponent(currency));
const abs = (value: bigint) => (value < 0n ? -value : value);

/** The exact rate of a conversion; undefined where one of the amounts is 0. Signs do not count. */
export function rateOf(given: Money, got: Money): Ratio | undefined {
	if (given.amount === 0 || got.amount === 0) return undefined;
	return {
		numerator: abs(BigInt(got.amount)) * scale(given.currency),
		denominator: abs(BigInt(given.amount)) * scale(got.currency),
	};
}

/** Decimal text as a ratio. @throws RangeError where it is no decimal above 0 */
export function ratioFrom(text: string): Ratio {
	const [match, whole = '', fraction = ''] = DECIMAL.exec(text.trim()) ?? [];
	const numerator = BigInt(match ? whole + fraction : 0);
	if (numerator === 0n) throw new RangeError(`"${text}" is not a rate`);
	return { numerator, denominator: 10n ** BigInt(fraction.length) };
}

export const inverse = ({ numerator, denominator }: Ratio): Ratio => ({
	numerator: denominator,
	denominator: numerator,
});

export const product = (a: Ratio, b: Ratio): Ratio => ({
	numerator: a.numerator * b.numerator,
	denominator: a.denominator * b.denominator,
});

/** Decimal text with so many digits after the point, rounded half away from zero. */
export function ratioText({ numerator, denominator }: Ratio, digits: number): string {
	const scaled = String(divide(abs(numerator) * 10n ** BigInt(digits), denominator));
	const text = scaled.padStart(digits + 1, '0');
	const sign = numerator < 0n && /[1-9]/.test(text) ? '-' : '';
	return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount at a rate, in another currency, rounded half away from zero. */
export function convert({ amount, currency }: Money, rate: Ratio, to: string): Money {
	const exact = abs(BigInt(amount)) * rate.numerator * scale(to);
	const converted = Number(divide(exact, rate.denominator * scale(currency)));
	return money(amount < 0 ? -converted : converted, to);
}

/** Rounded half up; both above or at 0. */
const divide = (dividend: bigint, divisor: bigint): bigint =>
	(2n * dividend + divisor) / (2n * divisor);

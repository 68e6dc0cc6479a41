import { money, type Money } from '../core/money';
import { convert, type Ratio } from './ratio';

/** The cost of one conversion compared with a reference rate. */
export interface Spread {
	/** At the reference rate. */
	expected: Money;
	actual: Money;
	/** Expected less actual; negative where the conversion was better than the reference rate. */
	lost: Money;
	/** `lost` in percent of `expected`, two digits; empty where 0 was expected. */
	percent: string;
}

/** The spread of a conversion. @param reference units of `got`'s currency for one of `given`'s */
export function spreadOf(given: Money, got: Money, reference: Ratio): Spread {
	const expected = convert(given, reference, got.currency);
	const lost = money(expected.amount - got.amount, got.currency);
	return { expected, actual: got, lost, percent: percentText(lost.amount, expected.amount) };
}

/** A part of a whole in percent with two digits, rounded half away from zero; empty for a whole of 0. */
export function percentText(part: number, whole: number): string {
	if (whole === 0) return '';
	const negative = part < 0 !== whole < 0;
	const [above, below] = [BigInt(Math.abs(part)), BigInt(Math.abs(whole))];
	const hundredths = (above * 20_000n + below) / (2n * below);
	const digits = String(hundredths).padStart(3, '0');
	const sign = negative && hundredths > 0n ? '-' : '';
	return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Yuan for one unit of a currency, times 10^8: invented, and the same every day. */
const YUAN_PER_UNIT: Record<string, number> = {
	AED: 1_93000000,
	CNY: 1_00000000,
	USD: 7_10000000,
	EUR: 8_20000000,
	GBP: 9_50000000,
	HKD: 91000000,
	INR: 8_000000,
	JPY: 4_700000,
	SGD: 5_45000000,
};

const WITHOUT_DECIMALS = new Set(['JPY', 'KRW', 'VND', 'CLP']);

export const yuanPerUnit = (currency: string): number | undefined => YUAN_PER_UNIT[currency];

/** Decimals of a currency's smallest unit. */
export const decimals = (currency: string): number => (WITHOUT_DECIMALS.has(currency) ? 0 : 2);

/** Price of one unit of `from` in `to`, times 10^8, rounded. @throws Error for a currency without a rate */
export function rateTimes1e8(from: string, to: string): number {
	const [dividend, divisor] = [yuanPerUnit(from), yuanPerUnit(to)];
	if (!dividend || !divisor) throw new Error(`The sandbox has no rate from ${from} to ${to}`);
	return Math.round((dividend / divisor) * 1e8);
}

/** An amount in the smallest unit of another currency, rounded half up. */
export function convert(minor: number, from: string, to: string): number {
	const units = (minor / 10 ** decimals(from)) * (rateTimes1e8(from, to) / 1e8);
	return Math.round(units * 10 ** decimals(to));
}

/** Decimal text in major units, e.g. 19900 fen as `199.00`. */
export function majorText(minor: number, currency = 'CNY'): string {
	const digits = decimals(currency);
	return (minor / 10 ** digits).toFixed(digits);
}

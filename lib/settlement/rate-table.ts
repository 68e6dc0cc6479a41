import { inverse, product, ONE, type Ratio } from './ratio';

/** Exchange rates of each day: the latest that is not after it. */
export interface RateTable {
	/** Units of `to` for one of `from`; undefined without a rate for one of them. */
	rate(from: string, to: string, date: string): Ratio | undefined;
	/** The company's own currency. */
	home: string;
}

/** A rate that was recorded for a day. */
export interface RecordedRate {
	currency: string;
	/** `yyyy-MM-dd` */
	date: string;
	/** Units of the currency for one of the company's. */
	perHome: Ratio;
}

/** @param rates the latest first */
export function rateTable(rates: RecordedRate[], home: string): RateTable {
	const perHome = (currency: string, date: string): Ratio | undefined =>
		currency === home
			? ONE
			: rates.find((one) => one.currency === currency && one.date <= date)?.perHome;
	return {
		home,
		rate(from, to, date) {
			if (from === to) return ONE;
			const [given, got] = [perHome(from, date), perHome(to, date)];
			return given && got && product(inverse(given), got);
		},
	};
}

import { IntegrationError } from '../core/errors';
import type { JsonObject } from '../core/json';
import { readItem, type ItemKind } from '../core/read-item';
import { readCurrency, readDay, readText } from './field-formats';
import { inverse, ONE, product, ratioFrom, type Ratio } from './ratio';

/** Units of `to` for one of `from` on a day. */
export interface DailyRate {
	from: string;
	to: string;
	rate: Ratio;
	/** `yyyy-MM-dd` */
	date: string;
}

const RATE: ItemKind = {
	code: 'NOT_A_RATE',
	name: 'a rate',
	likelyCause: 'An earlier node removed a field, or the rate has commas between thousands.',
	nextStep:
		'Give currencies as their three letters, the rate with a point and the date as year-month-day, or pass on the items of WeChat Pay → Exchange Rate: Get.',
};

/**
 * Reads an item with `from`, `to`, `rate` and `date`, or one of WeChat Pay → Exchange Rate: Get, which is yuan for one
 * unit.
 *
 * @throws IntegrationError `NOT_A_RATE`
 */
export const readDailyRate = (item: JsonObject): DailyRate =>
	readItem(item, RATE, ({ value, parsed, check }) => {
		const ofWechat = readText(value('fee_type')) !== '' && readText(value('cny_per_unit')) !== '';
		const from = parsed(ofWechat ? 'fee_type' : 'from', readCurrency, '');
		const to = ofWechat ? 'CNY' : parsed('to', readCurrency, '');
		check('to', from !== to || from === '');
		const readRate = (text: unknown) => ratioFrom(readText(text));
		return {
			from,
			to,
			rate: parsed(ofWechat ? 'cny_per_unit' : 'rate', readRate, ONE),
			date: parsed(ofWechat ? 'rate_time' : 'date', readDay, ''),
		};
	});

/**
 * The rates of one day in the company's currency: units of each other currency for one of its own. USD/CNY and
 * USD/INR give a company in INR both its USD and its CNY rate.
 *
 * @throws IntegrationError `ODOO_RATE_UNCONNECTED`
 */
export function ratesInHome(rates: DailyRate[], home: string): Map<string, Ratio> {
	const found = new Map<string, Ratio>([[home, ONE]]);
	for (let before = 0; before < found.size; ) {
		before = found.size;
		for (const { from, to, rate } of rates) {
			const [known, other] = [found.get(from), found.get(to)];
			if (known && !other) found.set(to, product(known, rate));
			if (other && !known) found.set(from, product(other, inverse(rate)));
		}
	}
	const unconnected = rates.flatMap(({ from, to }) => [from, to]).filter((one) => !found.has(one));
	found.delete(home);
	if (unconnected.length === 0) return found;
	throw new IntegrationError({
		code: 'ODOO_RATE_UNCONNECTED',
		message: `The rates of ${[...new Set(unconnected)].join(', ')} cannot be converted to ${home}, the currency of the company.`,
		likelyCause: `Odoo stores rates in ${home} only, and no rate of that day involves ${home}.`,
		nextStep: `Add the rate of ${home} against one of these currencies on the same day.`,
	});
}

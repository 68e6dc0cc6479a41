import { IntegrationError } from '../../core/errors';
import type { JsonObject } from '../../core/json';
import { readItem, type ItemKind } from '../../core/read-item';
import { readCurrency, readDay, readText } from '../field-formats';
import { inverse, product, ratioFrom, ratioText, type Ratio } from '../ratio';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead } from '../../odoo/records';
import { makeRecord } from '../../odoo/schema/make-records';
import { ownCompany } from './company-rates';
import { currencyIds } from './currency-ids';

/** Units of `to` for one of `from` on a day. */
export interface DailyRate {
	from: string;
	to: string;
	rate: Ratio;
	/** `yyyy-MM-dd` */
	date: string;
}

/** A rate as it stands in Odoo's currency table now. */
export interface WrittenRate {
	date: string;
	currency: string;
	/** The company's own. */
	home: string;
	/** Units of the currency for one of the company's, as Odoo keeps it. */
	rate: string;
	status: 'written' | 'known';
}

const DIGITS = 12;

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
		const ratio = (text: unknown) => ratioFrom(readText(text));
		check('to', from !== to || from === '');
		return {
			from,
			to,
			rate: parsed(ofWechat ? 'cny_per_unit' : 'rate', ratio, { numerator: 1n, denominator: 1n }),
			date: parsed(ofWechat ? 'rate_time' : 'date', readDay, ''),
		};
	});

/**
 * Writes rates of a day into Odoo's currency table, each in the company's own currency: USD/CNY and USD/INR give a
 * company in INR both its USD and its CNY rate. What stands there on that day already is brought to it.
 *
 * @throws IntegrationError `ODOO_RATE_UNCONNECTED`, `ODOO_CURRENCY_MISSING`, or with Odoo's words
 */
export async function writeRates(
	odoo: OdooClient,
	rates: DailyRate[],
	dryRun: boolean,
): Promise<WrittenRate[]> {
	const { companyId, home } = await ownCompany(odoo);
	const written: WrittenRate[] = [];
	for (const date of [...new Set(rates.map((rate) => rate.date))].sort()) {
		const ofDay = rates.filter((rate) => rate.date === date);
		const perHome = inHome(ofDay, home);
		const ids = await currencyIds(odoo, [...perHome.keys()]);
		for (const [currency, ratio] of perHome) {
			const rate = ratioText(ratio, DIGITS);
			const currencyId = ids.get(currency) ?? 0;
			const known = await bring(odoo, { companyId, currencyId, date, rate }, dryRun);
			written.push({ date, currency, home, rate, status: known ? 'known' : 'written' });
		}
	}
	return written;
}

/** Follows the rates from the company's currency to all that they connect with it. */
function inHome(rates: DailyRate[], home: string): Map<string, Ratio> {
	const found = new Map<string, Ratio>([[home, { numerator: 1n, denominator: 1n }]]);
	for (let before = 0; before < found.size; ) {
		before = found.size;
		for (const { from, to, rate } of rates) {
			const [known, other] = [found.get(from), found.get(to)];
			if (known && !other) found.set(to, product(known, rate));
			if (other && !known) found.set(from, product(other, inverse(rate)));
		}
	}
	const lost = rates.flatMap(({ from, to }) => [from, to]).filter((code) => !found.has(code));
	found.delete(home);
	if (lost.length === 0) return found;
	throw new IntegrationError({
		code: 'ODOO_RATE_UNCONNECTED',
		message: `The rates of ${[...new Set(lost)].join(', ')} do not lead to ${home}, the currency of the company.`,
		likelyCause: `Odoo keeps rates in ${home} alone, and no rate of that day has it on one side.`,
		nextStep: `Add the rate of ${home} against one of these currencies on the same day.`,
	});
}

interface Wanted {
	companyId: number;
	currencyId: number;
	date: string;
	rate: string;
}

/** @returns whether it stood there */
async function bring(
	odoo: OdooClient,
	{ companyId, currencyId, date, rate }: Wanted,
	dryRun: boolean,
): Promise<boolean> {
	const model = 'res.currency.rate';
	const rows = await searchRead(
		odoo,
		model,
		[
			['currency_id', '=', currencyId],
			['name', '=', date],
		],
		['rate', 'company_id'],
	);
	const row = rows.find(({ company_id }) => (idOf(company_id) ?? companyId) === companyId);
	const wanted = Number(rate);
	if (row && Math.abs(Number(row.rate) - wanted) <= wanted * 1e-9) return true;
	if (dryRun) return false;
	if (row) {
		await odoo.call(model, 'write', { ids: [row.id], params: { vals: { rate: wanted } } });
		return false;
	}
	await makeRecord(odoo, model, `wechat_rate.${companyId}_${currencyId}_${date}`, {
		name: date,
		'currency_id/.id': String(currencyId),
		'company_id/.id': String(companyId),
		rate,
	});
	return false;
}

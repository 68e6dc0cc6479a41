import { IntegrationError } from '../../core/errors';
import { inverse, product, ratioFrom, ratioText, type Ratio } from '../ratio';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead } from '../../odoo/records';
import { makeRecord } from '../../odoo/schema/record-step';
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

/**
 * Reads an item with `from`, `to`, `rate` and `date`, or one of WeChat Pay → Exchange Rate: Get, which is yuan for one
 * unit.
 *
 * @throws IntegrationError `NOT_A_RATE`
 */
export function readDailyRate(fields: Record<string, unknown>): DailyRate {
	const text = (name: string) => String(fields[name] ?? '').trim();
	const ofWechat = text('fee_type') !== '' && text('cny_per_unit') !== '';
	const from = (ofWechat ? text('fee_type') : text('from')).toUpperCase();
	const to = ofWechat ? 'CNY' : text('to').toUpperCase();
	const [, year, month, day] =
		/^(\d{4})-?(\d\d)-?(\d\d)/.exec(ofWechat ? text('rate_time') : text('date')) ?? [];
	try {
		const rate = ratioFrom(ofWechat ? text('cny_per_unit') : text('rate'));
		if (/^[A-Z]{3}$/.test(from) && /^[A-Z]{3}$/.test(to) && from !== to && year) {
			return { from, to, rate, date: `${year}-${month}-${day}` };
		}
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	throw new IntegrationError({
		code: 'NOT_A_RATE',
		message: 'This item is not a rate: look at from, to, rate and date.',
		likelyCause: 'A step in between dropped a field, or the rate has commas between thousands.',
		nextStep:
			'Give currencies by their three letters, the rate with a point, the date as year-month-day, or pass the items of WeChat Pay → Exchange Rate: Get on.',
	});
}

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

import type { OdooClient } from '../../odoo/client';
import { nameOf, searchRead, textOf } from '../../odoo/records';
import { currencyIds, ownCompany } from './currencies';

/** A currency without a rate that is new enough. */
export interface MissingRate {
	currency: string;
	/** The company's own. */
	home: string;
	/** The day that needs a rate, `yyyy-MM-dd`. */
	date: string;
	/** The day of the latest rate before; empty if Odoo has none, and would count 1:1. */
	latest: string;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Currencies whose latest rate in Odoo is older than allowed. Empty where Odoo's own rate service is on.
 *
 * @param currencies codes; the company's own needs no rate
 * @param date `yyyy-MM-dd`
 * @param maxAgeDays 0: the rate has to be of that day
 * @throws IntegrationError `ODOO_CURRENCY_MISSING`
 */
export async function missingRates(
	odoo: OdooClient,
	currencies: string[],
	date: string,
	maxAgeDays: number,
): Promise<MissingRate[]> {
	const { companyId, home } = await ownCompany(odoo);
	const foreign = [...new Set(currencies)].filter((currency) => currency !== home);
	const ids = await currencyIds(odoo, foreign);
	const rows = await searchRead(
		odoo,
		'res.currency.rate',
		[
			['currency_id', 'in', [...ids.values()]],
			['company_id', 'in', [companyId, false]],
			['name', '<=', date],
		],
		['currency_id', 'name'],
	);
	const latest = new Map<string, string>();
	for (const row of rows) {
		const [currency, day] = [nameOf(row.currency_id), textOf(row.name).slice(0, 10)];
		if (day > (latest.get(currency) ?? '')) latest.set(currency, day);
	}
	const oldest = new Date(Date.parse(date) - maxAgeDays * DAY_MS).toISOString().slice(0, 10);
	return foreign
		.map((currency) => ({ currency, home, date, latest: latest.get(currency) ?? '' }))
		.filter(({ latest: day }) => day < oldest);
}

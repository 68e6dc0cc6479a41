import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead } from '../../odoo/records';
import { makeRecord } from '../../odoo/schema/make-records';
import { ratesInHome, type DailyRate } from '../daily-rates';
import { ratioText } from '../ratio';
import { currencyIds, ownCompany } from './currencies';

/** A rate as Odoo's currency table has it now. */
export interface WrittenRate {
	date: string;
	currency: string;
	/** The company's own. */
	home: string;
	/** Units of the currency for one of the company's, as Odoo stores it. */
	rate: string;
	status: 'written' | 'known';
}

const MODEL = 'res.currency.rate';
const DIGITS = 12;

/**
 * Writes daily rates into Odoo's currency table, each in the company's own currency. A different rate of the same
 * day is replaced.
 *
 * @param dryRun reports what would be written
 * @throws IntegrationError `ODOO_RATE_UNCONNECTED`, `ODOO_CURRENCY_MISSING`, or with Odoo's message
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
		const perHome = ratesInHome(ofDay, home);
		const ids = await currencyIds(odoo, [...perHome.keys()]);
		for (const [currency, ratio] of perHome) {
			const rate = ratioText(ratio, DIGITS);
			const currencyId = ids.get(currency) ?? 0;
			const known = await writeRate(odoo, { companyId, currencyId, date, rate }, dryRun);
			written.push({ date, currency, home, rate, status: known ? 'known' : 'written' });
		}
	}
	return written;
}

/** @returns whether Odoo already had this rate */
async function writeRate(
	odoo: OdooClient,
	wanted: { companyId: number; currencyId: number; date: string; rate: string },
	dryRun: boolean,
): Promise<boolean> {
	const { companyId, currencyId, date } = wanted;
	const rows = await searchRead(
		odoo,
		MODEL,
		[
			['currency_id', '=', currencyId],
			['name', '=', date],
		],
		['rate', 'company_id'],
	);
	const row = rows.find(({ company_id }) => (idOf(company_id) ?? companyId) === companyId);
	const rate = Number(wanted.rate);
	if (row && Math.abs(Number(row.rate) - rate) <= rate * 1e-9) return true;
	if (dryRun) return false;
	if (row) {
		await odoo.call(MODEL, 'write', { ids: [row.id], params: { vals: { rate } } });
		return false;
	}
	await makeRecord(odoo, MODEL, `wechat_rate.${companyId}_${currencyId}_${date}`, {
		name: date,
		'currency_id/.id': String(currencyId),
		'company_id/.id': String(companyId),
		rate: wanted.rate,
	});
	return false;
}

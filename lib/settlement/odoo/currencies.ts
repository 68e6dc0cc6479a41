import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { type Domain, nameOf, ownCompanyId, searchRead, textOf } from '../../odoo/records';
import { rateTable, type RateTable } from '../rate-table';
import { ratioFrom } from '../ratio';

/** The user's company and its currency. */
export async function ownCompany(odoo: OdooClient): Promise<{ companyId: number; home: string }> {
	return await odoo.remember('own company and currency', async () => {
		const companyId = (await ownCompanyId(odoo)) ?? 0;
		const domain: Domain = [['id', '=', companyId]];
		const [company] = await searchRead(odoo, 'res.company', domain, ['currency_id']);
		return { companyId, home: nameOf(company?.currency_id) };
	});
}

/** Reads the rates of these currencies in Odoo's currency table, for the user's company. */
export async function readRateTable(odoo: OdooClient, currencies: string[]): Promise<RateTable> {
	const { companyId, home } = await ownCompany(odoo);
	const rows = await searchRead(
		odoo,
		'res.currency.rate',
		[
			['currency_id.name', 'in', [...new Set(currencies)]],
			['company_id', 'in', [companyId, false]],
		],
		['currency_id', 'name', 'rate'],
		{ order: 'name desc, id desc', archived: true },
	);
	const rates = rows
		.filter((row) => Number(row.rate) >= 1e-12)
		.map((row) => ({
			currency: nameOf(row.currency_id),
			date: textOf(row.name).slice(0, 10),
			perHome: ratioFrom(Number(row.rate).toFixed(12)),
		}));
	return rateTable(rates, home);
}

/** Database ids of active currencies by their codes. @throws IntegrationError `ODOO_CURRENCY_MISSING` */
export async function currencyIds(odoo: OdooClient, codes: string[]): Promise<Map<string, number>> {
	const unique = [...new Set(codes)];
	const rows = await searchRead(odoo, 'res.currency', [['name', 'in', unique]], ['name']);
	const ids = new Map(rows.map((row) => [textOf(row.name), row.id]));
	const missing = unique.filter((code) => !ids.has(code));
	if (missing.length === 0) return ids;
	throw new IntegrationError({
		code: 'ODOO_CURRENCY_MISSING',
		message: `The currency ${missing.join(', ')} is not active in Odoo.`,
		likelyCause: 'Set-up was run without it.',
		nextStep:
			'Odoo Sale → Set Up: Run with this currency in Currencies, or in Odoo: Invoicing (Accounting) → Configuration → Currencies.',
	});
}

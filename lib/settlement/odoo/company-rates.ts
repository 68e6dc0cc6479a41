import { product, inverse, ratioFrom, type Ratio } from '../ratio';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, textOf } from '../../odoo/records';

/** Rates of a day as Odoo's currency table has them: the newest that is not after it. */
export interface RateTable {
	/** Units of `to` for one of `from`; undefined where Odoo has no rate of one of them. */
	rate(from: string, to: string, date: string): Ratio | undefined;
	/** The company's own currency. */
	home: string;
}

/** Reads the rates of these currencies, for the company of the connection's user. */
export async function rateTable(odoo: OdooClient, currencies: string[]): Promise<RateTable> {
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
	const rates = rows.map((row) => ({
		currency: Array.isArray(row.currency_id) ? String(row.currency_id[1]) : '',
		date: textOf(row.name).slice(0, 10),
		perHome: decimal(Number(row.rate)),
	}));
	/** Units of a currency for one of the company's. */
	const perHome = (currency: string, date: string): Ratio | undefined => {
		if (currency === home) return { numerator: 1n, denominator: 1n };
		const found = rates.find((one) => one.currency === currency && one.date <= date);
		return found?.perHome;
	};
	return {
		home,
		rate(from, to, date) {
			if (from === to) return { numerator: 1n, denominator: 1n };
			const [given, got] = [perHome(from, date), perHome(to, date)];
			return given && got ? product(inverse(given), got) : undefined;
		},
	};
}

/** The user's company and its currency. */
export async function ownCompany(odoo: OdooClient): Promise<{ companyId: number; home: string }> {
	return await odoo.remember('own company and currency', async () => {
		const user = await odoo.userId();
		const [row] = await searchRead(odoo, 'res.users', [['id', '=', user]], ['company_id']);
		const companyId = idOf(row?.company_id) ?? 0;
		const domain = [['id', '=', companyId] as [string, string, unknown]];
		const [company] = await searchRead(odoo, 'res.company', domain, ['currency_id']);
		const currency = company?.currency_id;
		return { companyId, home: Array.isArray(currency) ? String(currency[1]) : '' };
	});
}

function decimal(rate: number): Ratio | undefined {
	try {
		return ratioFrom(rate.toFixed(12));
	} catch {
		return undefined;
	}
}

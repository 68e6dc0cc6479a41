import {
	currencyIds,
	ownCompany,
	readRateTable,
} from '../../../../../lib/settlement/odoo/currencies';
import { ratioText } from '../../../../../lib/settlement/ratio';
import { currency, odooWithLedger, rateRow } from './odoo-with-ledger';

it('knows the company of the user and its currency, asked for once', async () => {
	const { odoo } = odooWithLedger();
	expect(await ownCompany(odoo)).toEqual({ companyId: 1, home: 'INR' });
	const calls = odoo.calls.length;
	await ownCompany(odoo);
	expect(odoo.calls).toHaveLength(calls);
});

it('reads the rates of some currencies, of this company and of all', async () => {
	const rates = [
		rateRow(3, 'USD', '2026-11-20', 0.0125),
		{ ...rateRow(2, 'USD', '2026-11-21', 0.02), company_id: [2, 'Other'] },
		{ ...rateRow(1, 'CNY', '2026-11-01', 0.08), company_id: false },
		rateRow(4, 'USD', '2026-11-01', 0),
	];
	const { odoo } = odooWithLedger({ 'res.currency.rate': rates });
	const table = await readRateTable(odoo, ['USD', 'CNY', 'USD']);
	expect(table.home).toBe('INR');
	expect(ratioText(table.rate('USD', 'INR', '2026-11-22')!, 2)).toBe('80.00');
	expect(ratioText(table.rate('CNY', 'INR', '2026-11-22')!, 2)).toBe('12.50');
	expect(table.rate('USD', 'INR', '2026-11-19')).toBeUndefined();
});

it('finds currencies by code, and names those that are not active', async () => {
	const { odoo } = odooWithLedger();
	expect([...(await currencyIds(odoo, ['USD', 'CNY', 'USD']))]).toEqual([
		['CNY', currency('CNY')[0]],
		['USD', currency('USD')[0]],
	]);
	await expect(currencyIds(odoo, ['USD', 'GBP', 'EUR'])).rejects.toMatchObject({
		code: 'ODOO_CURRENCY_MISSING',
		message: 'The currency GBP, EUR is not active in Odoo.',
	});
});

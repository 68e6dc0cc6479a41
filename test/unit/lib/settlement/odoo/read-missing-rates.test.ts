import { missingRates } from '../../../../../lib/settlement/odoo/read-missing-rates';
import { odooWithLedger, rateRow } from './odoo-with-ledger';

const RATES = {
	'res.currency.rate': [
		rateRow(1, 'USD', '2026-11-20', 0.0125),
		rateRow(2, 'USD', '2026-11-21', 0.0125),
		rateRow(3, 'USD', '2026-11-23', 0.0125),
		{ ...rateRow(4, 'CNY', '2026-11-22', 0.08), company_id: [2, 'Other'] },
	],
};
const missing = async (date: string, maxAgeDays = 0) =>
	await missingRates(odooWithLedger(RATES).odoo, ['USD', 'CNY', 'INR'], date, maxAgeDays);

it('names each currency without a rate of the day, with the latest one before', async () => {
	expect(await missing('2026-11-22')).toEqual([
		{ currency: 'USD', home: 'INR', date: '2026-11-22', latest: '2026-11-21' },
		{ currency: 'CNY', home: 'INR', date: '2026-11-22', latest: '' },
	]);
});

it('accepts a rate of some days, but never none', async () => {
	expect((await missing('2026-11-22', 1)).map(({ currency }) => currency)).toEqual(['CNY']);
	expect((await missing('2026-11-23')).map(({ currency }) => currency)).toEqual(['CNY']);
});

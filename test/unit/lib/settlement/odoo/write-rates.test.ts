import { readDailyRate } from '../../../../../lib/settlement/daily-rates';
import { writeRates } from '../../../../../lib/settlement/odoo/write-rates';
import { callsOf } from '../../odoo/odoo-with-rows';
import { odooWithLedger, rateRow } from './odoo-with-ledger';

const RATES = 'res.currency.rate';
const usd = (rate: string, date = '2026-11-21') =>
	readDailyRate({ from: 'USD', to: 'INR', rate, date });

it('writes each rate in the currency of the company, day by day', async () => {
	const { odoo } = odooWithLedger();
	const written = await writeRates(odoo, [usd('84', '2026-11-22'), usd('80')], false);
	expect(written).toEqual([
		{
			...{ date: '2026-11-21', currency: 'USD', home: 'INR' },
			...{ rate: '0.012500000000', status: 'written' },
		},
		{
			...{ date: '2026-11-22', currency: 'USD', home: 'INR' },
			...{ rate: '0.011904761905', status: 'written' },
		},
	]);
	expect(callsOf(odoo, `${RATES} load`)[0]?.params).toEqual({
		fields: ['id', 'name', 'currency_id/.id', 'company_id/.id', 'rate'],
		data: [['wechat_rate.1_2_2026-11-21', '2026-11-21', '2', '1', '0.012500000000']],
	});
});

it('knows a rate that Odoo has, and replaces another one of the same day', async () => {
	const rows = { [RATES]: [rateRow(9, 'USD', '2026-11-21', 0.0125)] };
	const { odoo } = odooWithLedger(rows);
	expect(await writeRates(odoo, [usd('80')], false)).toMatchObject([{ status: 'known' }]);
	expect(await writeRates(odoo, [usd('100')], false)).toMatchObject([{ status: 'written' }]);
	expect(callsOf(odoo, `${RATES} load`)).toEqual([]);
	expect(callsOf(odoo, `${RATES} write`)).toMatchObject([
		{ ids: [9], params: { vals: { rate: 0.01 } } },
	]);
});

it('writes nothing in a dry run', async () => {
	const { odoo } = odooWithLedger();
	expect(await writeRates(odoo, [usd('80')], true)).toMatchObject([{ status: 'written' }]);
	expect(odoo.calls.filter(({ method }) => method !== 'search_read')).toEqual([]);
});

import { rateTable } from '../../../../lib/settlement/rate-table';
import { ratioFrom, ratioText } from '../../../../lib/settlement/ratio';

const rate = (currency: string, date: string, perHome: string) => ({
	...{ currency, date },
	perHome: ratioFrom(perHome),
});
const table = rateTable(
	[
		rate('USD', '2026-11-20', '0.0125'),
		rate('USD', '2026-11-10', '0.01'),
		rate('CNY', '2026-11-01', '0.08'),
	],
	'INR',
);

it.each([
	['USD', 'INR', '2026-11-21', '80.0000'],
	['USD', 'INR', '2026-11-19', '100.0000'],
	['INR', 'CNY', '2026-11-21', '0.0800'],
	['CNY', 'USD', '2026-11-20', '0.1563'],
	['EUR', 'EUR', '2026-11-21', '1.0000'],
])('converts %s to %s at the latest rate on %s', (from, to, date, text) => {
	expect(ratioText(table.rate(from, to, date)!, 4)).toBe(text);
});

it('has no rate before the first one, nor of an unknown currency', () => {
	expect(table.rate('USD', 'INR', '2026-11-09')).toBeUndefined();
	expect(table.rate('EUR', 'INR', '2026-11-21')).toBeUndefined();
});

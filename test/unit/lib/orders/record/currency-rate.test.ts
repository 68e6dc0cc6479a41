import { reportMissingRates } from '../../../../../lib/orders/record/currency-rate';
import { callsOf, odooWithRows, type Rows } from '../../odoo/odoo-with-rows';
import { paidOrder } from '../orders';

const rate = (company_id: unknown) => ({ id: 1, currency_id: [6, 'CNY'], company_id, rate: 0.08 });

async function toDos(rates: Rows[string], home = 'INR'): Promise<number> {
	const company = { id: 3, currency_id: [20, home], partner_id: [1, 'Company'] };
	const odoo = odooWithRows(
		{ 'res.company': [company], 'res.currency.rate': rates },
		({ method }) => (method === 'load' ? { ids: [9], messages: [] } : []),
	);
	for (let time = 1; time <= 2; time += 1) {
		await reportMissingRates(odoo, [paidOrder(), paidOrder()], { companyId: 3 });
	}
	return callsOf(odoo, 'mail.activity load').length;
}

it('creates one to-do where the company has other books and no rate', async () => {
	expect(await toDos([])).toBe(1);
});

it.each([
	['the currency of the books', [], 'CNY'],
	['a rate of the company', [rate([3, 'Company'])], 'INR'],
	['a rate of all companies', [rate(false)], 'INR'],
])('creates none with %s', async (_, rates, home) => {
	expect(await toDos(rates, home)).toBe(0);
});

import { htmlReport, type MoneyReport } from '../../../../lib/settlement/html-report';
import { spreadChart } from '../../../../lib/settlement/spread-chart';

const payout = (date: string, first: string, second: string) => ({
	...{ batch_id: `B${date}`, settlement_date: date, settled: '1000.00', settled_currency: 'USD' },
	...{
		received_date: date,
		received: '84000.00',
		received_currency: 'INR',
		bank_charges: '500.00',
	},
	...{ rate: '84.5000', orders: 9, bank_reference: 'NEFT <1>' },
	...{ settlement_spread: '4.20', settlement_spread_percent: first, settlement_fee: '6.00' },
	...{ bank_spread: '900.00', bank_spread_percent: second },
});
const report: MoneyReport = {
	...{ title: 'Money & <spreads>', from: '2026-11-01', until: '2026-11-30' },
	payouts: [payout('2026-11-10', '0.42', '1.06'), payout('2026-11-20', '', '-0.30')],
	...{ margins: [], withoutMargin: [], openItems: [] },
};

describe('the HTML report', () => {
	const html = htmlReport(report);

	it('needs nothing from elsewhere, and takes text for text', () => {
		expect(html).not.toMatch(/<script|https?:|url\(|@import|<img|<link/);
		expect(html).toContain('<title>Money &#38; &#60;spreads&#62;</title>');
		expect(html).not.toContain('<spreads>');
	});

	it('draws a point for each spread that is known, at its own height', () => {
		expect(html.match(/<circle/g)).toHaveLength(3);
		const heights = [...html.matchAll(/<circle cx="[\d.]+" cy="([\d.]+)"/g)].map(([, y]) =>
			Number(y),
		);
		const [settlement = 0, bank = 0, gained = 0] = heights;
		expect(bank).toBeLessThan(settlement);
		expect(settlement).toBeLessThan(gained);
	});

	it('says so where there is nothing', () => {
		expect(spreadChart([])).toBe('');
		const empty = htmlReport({ ...report, payouts: [] });
		expect(empty).toContain('No payout has a rate to compare with.');
		expect(empty).toContain('No orders with a margin.');
		expect(empty).not.toContain('without a margin:');
		expect(empty).toContain('No open items.');
	});

	it('names each order without a margin', () => {
		const order = { date: '2026-11-02', amount: '199.00', currency: 'CNY' };
		const withoutMargin = ['S00007', 'S00009'].map((name) => ({
			...{ order: name, transaction_id: '4200000001', ...order },
			reason: 'Odoo has no exchange rate from CNY to INR.',
		}));
		const page = htmlReport({ ...report, withoutMargin });
		expect(page).toContain('<h2>Orders without a margin: 2</h2>');
		for (const text of ['S00007', 'S00009', '199.00 CNY', 'no exchange rate from CNY to INR']) {
			expect(page).toContain(text);
		}
	});
});

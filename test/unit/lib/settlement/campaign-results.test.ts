import fc from 'fast-check';

import { fromDecimal, money } from '../../../../lib/core/money';
import { campaignRows, type CampaignOrder } from '../../../../lib/settlement/campaign-results';
import { campaignSummaries } from '../../../../lib/settlement/campaign-summary';

const cents = fc.integer({ min: -5_000, max: 1_000_000 });
const line = fc.record({
	sku: fc.constantFrom('TEE', 'MUG', 'CAP'),
	units: fc.integer({ min: 1, max: 5 }),
	returned: fc.integer({ min: 0, max: 1 }),
	subtotal: fc.integer({ min: 0, max: 30_000 }),
	cost: fc.integer({ min: 0, max: 20_000 }),
});
const order: fc.Arbitrary<CampaignOrder> = fc
	.record({
		campaign: fc.constantFrom('', 'KOL-1', 'KOL-2', 'KOL-3', 'KOL-4', 'KOL-5'),
		medium: fc.constantFrom('', 'kol'),
		date: fc.constantFrom('2026-11-21', '2026-11-22'),
		lines: fc.array(line, { maxLength: 4 }),
		amounts: fc.tuple(cents, cents, cents, cents),
		home: fc.constantFrom('INR', 'JPY', 'KWD'),
	})
	.map(({ amounts: [paid, fee, settled, received], home, ...rest }) => ({
		...rest,
		...{ paid: money(paid, 'CNY'), fee: money(fee, 'USD'), settled: money(settled, 'USD') },
		...{ received: money(received, home), revenue: received, estimated: home !== 'INR' },
	}));

it('adds up to the ledger to the last unit, whatever the orders and their currencies', () => {
	fc.assert(
		fc.property(fc.array(order, { maxLength: 30 }), (orders) => {
			const rows = campaignRows(orders, 'INR');
			for (const leg of ['paid', 'fee', 'settled', 'received'] as const) {
				for (const currency of ['CNY', 'USD', 'INR', 'JPY', 'KWD']) {
					const inLedger = orders
						.map((one) => one[leg])
						.reduce((sum, one) => sum + (one?.currency === currency ? one.amount : 0), 0);
					const inRows = rows
						.filter((row) => row[`${leg}_currency`] === currency)
						.reduce((sum, row) => sum + fromDecimal(row[leg], currency).amount, 0);
					expect(inRows).toBe(inLedger);
				}
			}
			const revenue = orders.reduce((sum, one) => sum + (one.revenue ?? 0), 0);
			const of = (texts: string[]) =>
				texts.reduce((sum, text) => sum + fromDecimal(text, 'INR').amount, 0);
			expect(of(rows.map((row) => row.revenue))).toBe(revenue);
			const summaries = campaignSummaries(orders, new Map(), 'INR');
			expect(of(summaries.map((one) => one.revenue))).toBe(revenue);
			expect(summaries.reduce((sum, one) => sum + one.orders, 0)).toBe(orders.length);
		}),
	);
});

it('shows orders that nobody attributed, and those without a rate or a product', () => {
	const [row] = campaignRows(
		[
			{
				...{ campaign: '', medium: '', date: '2026-11-21', estimated: true, lines: [] },
				paid: money(9900, 'CNY'),
			},
		],
		'INR',
	);
	expect(row).toMatchObject({
		...{ campaign: '', sku: '', orders: 1, orders_without_rate: 1, estimated_orders: 1 },
		...{ paid: '99.00', paid_currency: 'CNY', received: '', revenue: '0.00' },
	});
});

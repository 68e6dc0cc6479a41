import { money } from '../../../../lib/core/money';
import { rateTable } from '../../../../lib/settlement/rate-table';
import { ratioFrom } from '../../../../lib/settlement/ratio';
import { latestAmount, toMarginOrder, type SoldOrder } from '../../../../lib/settlement/sold-order';

const rates = rateTable(
	[
		{ currency: 'USD', date: '2026-11-01', perHome: ratioFrom('0.0125') },
		{ currency: 'CNY', date: '2026-11-01', perHome: ratioFrom('0.08') },
	],
	'INR',
);
const order = (more: Partial<SoldOrder> = {}): SoldOrder => ({
	...{ id: 1, name: 'S1', transaction_id: '42', date: '2026-11-21', total: money(9900, 'CNY') },
	...{ money: { state: 'paid', paid: money(9900, 'CNY') }, ...more },
});
const lines = [{ sku: 'TEE', units: 2, subtotal: 9900, cost: 50000 }];

it('takes what the bank received as it is', () => {
	const received = { state: 'received' as const, received: money(115000, 'INR') };
	expect(toMarginOrder(order({ money: received }), lines, 'INR', rates)).toEqual({
		received: 115000,
		lines,
	});
});

it('estimates an order whose money has not arrived, costs included', () => {
	expect(toMarginOrder(order(), lines, 'USD', rates)).toEqual({
		...{ received: 1547, estimated: true },
		lines: [{ ...lines[0], cost: 625 }],
	});
});

it('gives an order received in two currencies its reason and no margin', () => {
	const problem = 'ORDER_MONEY_IN_SEVERAL_CURRENCIES: …';
	const mixed = order({ money: { state: 'received', paid: money(9900, 'CNY'), problem } });
	expect(toMarginOrder(mixed, lines, 'INR', rates)).toMatchObject({ order: 'S1', reason: problem });
});

it('knows the latest amount of an order', () => {
	const settled = { state: 'settled' as const, settled: money(1386, 'USD') };
	expect(latestAmount(order({ money: settled }))).toEqual(money(1386, 'USD'));
	expect(latestAmount(order({ money: { state: 'paid' } }))).toEqual(money(9900, 'CNY'));
});

it.each([
	['no lines', [], 'INR', rates, 'no line with a product'],
	['no rate of its money', lines, 'GBP', rates, 'from CNY to GBP on or before 2026-11-21'],
	[
		'no rate of its costs',
		lines,
		'CNY',
		rateTable([], 'INR'),
		'from INR to CNY on or before 2026-11-21',
	],
])('says why an order has no margin: %s', (_, some, currency, table, reason) => {
	expect(toMarginOrder(order(), some, currency, table)).toMatchObject({
		...{ order: 'S1', transaction_id: '42', date: '2026-11-21', amount: '99.00' },
		...{ currency: 'CNY', reason: expect.stringContaining(reason) },
	});
});

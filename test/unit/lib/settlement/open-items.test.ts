import { money } from '../../../../lib/core/money';
import { openItems } from '../../../../lib/settlement/open-items';

describe('open items', () => {
	const order = (transaction_id: string, date: string, more: object = {}) => ({
		...{ order: `S${transaction_id}`, transaction_id, date },
		...{ paid: money(10000, 'CNY') },
		...more,
	});
	it('wait for settlement or receipt, the oldest first', () => {
		const orders = [
			order('1', '2026-11-20'),
			order('2', '2026-10-01', { settled: money(1400, 'USD') }),
			order('3', '2026-10-01', { settled: money(1400, 'USD'), received: money(1, 'INR') }),
			order('4', '2026-10-01', { settled: money(0, 'USD') }),
		];
		expect(openItems(orders, '2026-11-24')).toMatchObject([
			{
				transaction_id: '2',
				waits_for: 'receipt',
				age_days: 54,
				age: 'more than 30 days',
				amount: '14.00',
			},
			{
				transaction_id: '1',
				waits_for: 'settlement',
				age_days: 4,
				age: '4–7 days',
				currency: 'CNY',
			},
		]);
	});
});

it('name an order received in two currencies as a correction, and go on', () => {
	const open = { order: 'S1', transaction_id: '1', date: '2026-11-20', paid: money(100, 'CNY') };
	const problem = 'ORDER_MONEY_IN_SEVERAL_CURRENCIES: …';
	const items = openItems([open, { ...open, transaction_id: '2', problem }], '2026-12-01');
	expect(items.map((item) => [item.waits_for, item.money_problem])).toEqual([
		['settlement', undefined],
		['correction', problem],
	]);
});

it('name the day by which the money has to arrive, and whether it has passed', () => {
	const order = (date: string) => ({
		...{ order: 'S1', transaction_id: date, date, paid: money(100, 'CNY') },
	});
	const items = openItems([order('2025-08-31'), order('2026-11-20')], '2026-12-01', 15);
	expect(items.map(({ realise_by: day, overdue }) => [day, overdue])).toEqual([
		['2026-11-30', true],
		['2028-02-20', false],
	]);
	expect(openItems([order('2026-11-20')], '2026-12-01')[0]).not.toHaveProperty('realise_by');
});

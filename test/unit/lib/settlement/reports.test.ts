import { money } from '../../../../lib/core/money';
import { marginBySku } from '../../../../lib/settlement/margin';
import { openItems } from '../../../../lib/settlement/open-items';
import { readReceipt } from '../../../../lib/settlement/receipt';
import { remittance } from '../../../../lib/settlement/remittance-register';

describe('margin by SKU', () => {
	it('divides what came in by price, to the paisa', () => {
		const line = (sku: string, subtotal: number, cost: number) => ({
			sku,
			units: 1,
			subtotal,
			cost,
		});
		const orders = [
			{ received: 100001, lines: [line('A', 1, 20000), line('B', 2, 30000)] },
			{ received: 5000, estimated: true, lines: [line('A', 0, 1000), line('A', 0, 1000)] },
			{ received: 7, lines: [] },
		];
		expect(marginBySku(orders, 'INR')).toEqual([
			{
				...{ sku: 'A', orders: 2, estimated_orders: 1, units: 3, currency: 'INR' },
				...{ received: '383.34', cost: '220.00', margin: '163.34', margin_percent: '42.61' },
			},
			{
				...{ sku: 'B', orders: 1, estimated_orders: 0, units: 1, currency: 'INR' },
				...{ received: '666.67', cost: '300.00', margin: '366.67', margin_percent: '55.00' },
			},
		]);
	});
});

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

describe('remittance register', () => {
	it('tells payout, receipt and rate before charges', () => {
		const payout = {
			...{ batch_id: 'B1', date: '2026-11-22', from: '2026-11-20', until: '2026-11-21' },
			settled: money(100000, 'USD'),
		};
		const net = (transaction_id: string) => ({ mchid: 'm', transaction_id, net: 1 });
		const receipt = readReceipt({
			...{ reference: 'R1', date: '2026-11-25', amount: 84500, charges: 500, currency: 'INR' },
		});
		const checked = { payout, orders: [net('1'), net('2')], difference: 0, problem: '' };
		expect(remittance(checked, receipt, 'P0102')).toMatchObject({
			...{ settled: '1000.00', received: '84500.00', bank_charges: '500.00', rate: '85.0000' },
			...{ orders: 2, bank_reference: 'R1', purpose_code: 'P0102', settlement_date: '2026-11-22' },
		});
	});
});

import { marginBySku } from '../../../../lib/settlement/margin';

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

import { divideOrder } from '../../../../lib/customs/divide-order';

it('declares an order of one delivery as a whole, gifts beside it or not', () => {
	expect(divideOrder('SHOP1', [])).toEqual([]);
	const deliveries = [
		{ transfer: 7, value: 19900 },
		{ transfer: 8, value: 0 },
	];
	expect(divideOrder('SHOP1', deliveries)).toEqual([]);
});

it('makes a part of each delivery, in the same order whatever the order of reading', () => {
	const deliveries = [
		{ transfer: 9, value: 500 },
		{ transfer: 7, value: 1500 },
	];
	const parts = [
		{ sub_order_no: 'SHOP1-1', product_fee: 1500, transport_fee: 0 },
		{ sub_order_no: 'SHOP1-2', product_fee: 500, transport_fee: 0 },
	];
	expect(divideOrder('SHOP1', deliveries)).toEqual(parts);
	expect(divideOrder('SHOP1', [...deliveries].reverse())).toEqual(parts);
});

it('keeps numbers of parts within 32 characters', () => {
	const deliveries = Array.from({ length: 12 }, (_, transfer) => ({ transfer, value: 1 }));
	const numbers = divideOrder('N'.repeat(32), deliveries).map(({ sub_order_no }) => sub_order_no);
	expect(new Set(numbers).size).toBe(12);
	expect(Math.max(...numbers.map(({ length }) => length))).toBe(32);
});

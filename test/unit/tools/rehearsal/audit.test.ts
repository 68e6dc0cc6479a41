import { unitsReservedTwice } from '../../../../tools/rehearsal/audit';

const quant = (quantity: number, reserved_quantity: number, location = 8, product = 1) => ({
	...{ product_id: [product, 'Tee'] as [number, string], quantity, reserved_quantity },
	location_id: [location, 'Stock'] as [number, string],
});

it('a reservation on a quant without a quantity is not sold twice while its place has the units', () => {
	expect(unitsReservedTwice([quant(10, 4), quant(0, 1)])).toBe(0);
	expect(unitsReservedTwice([quant(10, 9), quant(0, 3)])).toBe(2);
});

it('units in another place or of another product are none of it', () => {
	expect(unitsReservedTwice([quant(1, 2), quant(5, 0, 9), quant(5, 0, 8, 2)])).toBe(1);
	expect(unitsReservedTwice([])).toBe(0);
});

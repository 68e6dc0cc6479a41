import { IntegrationError } from '../../../../../lib/core/errors';
import { isOverReserved } from '../../../../../lib/orders/sale-order/over-reservation';
import { fakeOdoo } from '../../odoo/fake-odoo';

const quant = (quantity: number, reserved_quantity: number, location = 8) => ({
	id: 1,
	product_id: [3, 'Balm'],
	location_id: [location, 'WH/Stock'],
	lot_id: false,
	quantity,
	reserved_quantity,
});

/** Odoo that shows these stock records first, and those after it has tidied up. */
const odooWith = (first: object[], tidied: object[] | Error = first) => {
	let shown = first;
	return fakeOdoo(({ method }) => {
		if (method !== 'action_view_inventory') return shown;
		if (tidied instanceof Error) throw tidied;
		shown = tidied;
		return {};
	});
};
const methodsOf = (odoo: ReturnType<typeof fakeOdoo>) => odoo.calls.map(({ method }) => method);

describe('isOverReserved', () => {
	it('is content with what lies there, and asks once', async () => {
		const odoo = odooWith([quant(2, 2), quant(5, 0, 9)]);
		expect(await isOverReserved(odoo, [3])).toBe(false);
		expect(methodsOf(odoo)).toEqual(['search_read']);
	});

	it('sees units that are reserved for two orders', async () => {
		expect(await isOverReserved(odooWith([quant(2, 2), quant(0, 1)]), [3])).toBe(true);
	});

	it('does not count units in another location', async () => {
		expect(await isOverReserved(odooWith([quant(2, 3), quant(5, 0, 9)]), [3])).toBe(true);
	});

	it('has a reservation without a move put right before it is believed', async () => {
		const odoo = odooWith([quant(2, 0), quant(0, 3)], [quant(2, 0)]);
		expect(await isOverReserved(odoo, [3])).toBe(false);
		expect(methodsOf(odoo)).toEqual(['search_read', 'action_view_inventory', 'search_read']);
	});

	it('has one put right that was booked beside its stock, though nothing is over-reserved', async () => {
		const odoo = odooWith([quant(2, 0), quant(0, 1)]);
		expect(await isOverReserved(odoo, [3])).toBe(false);
		expect(methodsOf(odoo)).toContain('action_view_inventory');
	});

	it('believes what it sees where the user may not have it put right', async () => {
		const refused = new IntegrationError({
			code: 'ODOO_ACCESS',
			message: 'Not allowed.',
			likelyCause: 'Rights.',
			nextStep: 'None.',
		});
		expect(await isOverReserved(odooWith([quant(2, 3)], refused), [3])).toBe(true);
	});

	it('asks nothing when there are no products', async () => {
		const odoo = odooWith([]);
		expect(await isOverReserved(odoo, [])).toBe(false);
		expect(odoo.calls).toEqual([]);
	});
});

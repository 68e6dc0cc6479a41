import {
	deliverySteps,
	dropShipping,
	negativeStock,
	reservationMethod,
	warehouses,
} from '../../../../../lib/set-up/settings/warehouse-settings';
import { fakeOdoo } from '../../odoo/fake-odoo';

const odooWith = (rows: object[], fields: string[] = []) => fakeOdoo(() => rows, fields);

it('says which warehouse orders reserve from, where there are several', async () => {
	const rows = [
		{ id: 1, name: 'Shenzhen' },
		{ id: 2, name: 'Dubai' },
	];
	expect(await warehouses.check(odooWith(rows))).toEqual([
		'attention',
		expect.stringContaining(
			'from Shenzhen, and Odoo Stock promises only its stock, not that of Dubai',
		),
	]);
	expect(await warehouses.check(odooWith(rows.slice(0, 1)))).toEqual([
		'fine',
		'There is one: Shenzhen.',
	]);
});

it('says in how many steps goods are delivered', async () => {
	const steps = async (delivery_steps: string) =>
		await deliverySteps.check(odooWith([{ id: 1, delivery_steps }]));
	expect(await steps('ship_only')).toEqual(['fine', 'Goods are delivered in one step.']);
	expect((await steps('pick_pack_ship'))?.[1]).toContain('picked and packed');
});

it('names the routes by which vendors deliver to buyers, by the field of each version', async () => {
	const rule = [{ id: 1, route_id: [4, 'Dropship'] }];
	const old = odooWith(rule);
	expect((await dropShipping.check(old))?.[1]).toContain('Dropship');
	expect(JSON.stringify(old.calls[0])).toContain('location_id.usage');
	const renamed = odooWith(rule, ['location_dest_id']);
	await dropShipping.check(renamed);
	expect(JSON.stringify(renamed.calls[0])).toContain('location_dest_id.usage');
	expect(await dropShipping.check(odooWith([]))).toEqual(['fine', 'No route is used for it.']);
});

it('warns of stock that is not reserved at confirmation', async () => {
	const late = odooWith([{ id: 1, name: 'Delivery Orders' }], ['reservation_method']);
	expect(await reservationMethod.check(late)).toEqual([
		'attention',
		expect.stringContaining('Delivery Orders'),
	]);
	expect(await reservationMethod.check(odooWith([], ['reservation_method']))).toEqual([
		'fine',
		'Stock is reserved at confirmation.',
	]);
	expect(await reservationMethod.check(odooWith([]))).toBeUndefined();
});

it('names products of which less than nothing is in stock', async () => {
	const quant = { id: 1, product_id: [41, 'Tee'] };
	expect(await negativeStock.check(odooWith([quant, quant]))).toEqual([
		'attention',
		expect.stringContaining('Tee: more was delivered'),
	]);
	expect(await negativeStock.check(odooWith([]))).toEqual(['fine', 'No product has any.']);
});

import type { OdooClient } from '../../odoo/client';
import { orderWarehouse } from '../../odoo/order-warehouse';
import { nameOf, searchRead, textOf, type Domain } from '../../odoo/records';
import { listed, type SettingCheck } from './setting-check';

/** The warehouse that orders reserve from, against those whose stock is promised. */
export const warehouses: SettingCheck = {
	name: 'Warehouses',
	purpose: 'Stock is promised from the warehouse that orders reserve from.',
	async check(odoo) {
		const rows = await searchRead(odoo, 'stock.warehouse', [], ['name']);
		const id = await orderWarehouse(odoo);
		const name = textOf(rows.find((row) => row.id === id)?.name);
		const others = rows.filter((row) => row.id !== id).map((row) => textOf(row.name));
		if (others.length === 0) return ['fine', `There is one: ${name}.`];
		return [
			'attention',
			`New orders reserve from ${name}, and Odoo Stock promises only its stock, not that of ${listed(others)}. If you choose other warehouses, choose the same in Record Paid Order, Odoo Stock, SKU Map and Odoo Trigger.`,
		];
	},
};

const STEPS: Record<string, string> = {
	pick_ship: 'Goods are picked before they are delivered.',
	pick_pack_ship: 'Goods are picked and packed before they are delivered.',
};

/** In how many steps the warehouse of orders delivers. */
export const deliverySteps: SettingCheck = {
	name: 'Delivery steps',
	purpose: 'An order is reserved by its first step, and shipped by its last one.',
	async check(odoo) {
		const id = (await orderWarehouse(odoo)) ?? 0;
		const [row] = await searchRead(odoo, 'stock.warehouse', [['id', '=', id]], ['delivery_steps']);
		const several = STEPS[textOf(row?.delivery_steps)];
		if (!several) return ['fine', 'Goods are delivered in one step.'];
		return [
			'fine',
			`${several} An order that is cancelled in between gets an activity to put its goods back.`,
		];
	},
};

/** Routes by which a vendor delivers to the buyer. */
export const dropShipping: SettingCheck = {
	name: 'Drop-shipping',
	purpose: 'A vendor delivers goods to the buyer, which are on order, not in stock.',
	async check(odoo) {
		const renamed = (await odoo.fields('stock.rule')).has('location_dest_id');
		const rules: Domain = [
			['location_src_id.usage', '=', 'supplier'],
			[renamed ? 'location_dest_id.usage' : 'location_id.usage', '=', 'customer'],
		];
		const rows = await searchRead(odoo, 'stock.rule', rules, ['route_id']);
		const routes = [...new Set(rows.map((row) => nameOf(row.route_id)))];
		if (routes.length === 0) return ['fine', 'No route is used for it.'];
		return [
			'fine',
			`Orders of products with the route ${listed(routes)} create purchases, which a person has to confirm. Shipments follow when the vendor's transfer is finished. Their stock is not promised.`,
		];
	},
};

/** Types of transfers whose stock is not reserved when an order is confirmed (Odoo 15 and later). */
export const reservationMethod: SettingCheck = {
	name: 'Reservation method',
	purpose: 'Orders reserve stock when they are confirmed.',
	async check(odoo) {
		if (!(await odoo.fields('stock.picking.type')).has('reservation_method')) return undefined;
		const late: Domain = [
			['code', 'in', ['outgoing', 'internal']],
			['warehouse_id', '=', (await orderWarehouse(odoo)) ?? 0],
			['reservation_method', '!=', 'at_confirm'],
		];
		const rows = await searchRead(odoo, 'stock.picking.type', late, ['name']);
		if (rows.length === 0) return ['fine', 'Stock is reserved at confirmation.'];
		return [
			'attention',
			`${listed(rows.map(({ name }) => textOf(name)))}: orders are Short, although stock is there, and the same units can be sold again. Set Reservation Method to At Confirmation: Inventory → Configuration → Operations Types.`,
		];
	},
};

/** Products of which less than nothing is in stock. */
export const negativeStock: SettingCheck = {
	name: 'Negative stock',
	purpose: 'Units that are missing in the records of a location are taken off its other units.',
	async check(odoo) {
		const below: Domain = [
			['location_id.usage', '=', 'internal'],
			['quantity', '<', 0],
		];
		const rows = await productsBelowZero(odoo, below);
		if (rows.length === 0) return ['fine', 'No product has any.'];
		return [
			'attention',
			`${listed(rows)}: more was delivered than was there. Count these products: Inventory → Operations → Physical Inventory.`,
		];
	},
};

async function productsBelowZero(odoo: OdooClient, domain: Domain): Promise<string[]> {
	const rows = await searchRead(odoo, 'stock.quant', domain, ['product_id'], { limit: 200 });
	return [...new Set(rows.map((row) => nameOf(row.product_id)))];
}

import { isBefore } from '../../../tools/services/odoo-versions';
import { finish } from './deliveries';
import type { Shop } from './shop';

type Place = Pick<Shop, 'admin' | 'server'>;

const storable = ({ server }: Place) =>
	isBefore(server.version, '18') ? { type: 'product' } : { type: 'consu', is_storable: true };

/** Database id behind an external id. */
async function reference({ admin }: Place, module: string, name: string): Promise<number> {
	const domain = [
		['module', '=', module],
		['name', '=', name],
	];
	const [row] = await admin.call<Array<{ res_id: number }>>('ir.model.data', 'search_read', [
		domain,
		['res_id'],
	]);
	return row?.res_id ?? 0;
}

/** A product that Odoo sells as its components. @param parts product and units of each component */
export async function kit(
	place: Place,
	parts: Array<[product: number, units: number]>,
): Promise<number> {
	const { admin } = place;
	const values = { name: 'Gift set', list_price: 1, ...storable(place) };
	const product = await admin.call<number>('product.product', 'create', [values]);
	const [row] = await admin.call<Array<{ product_tmpl_id: [number, string] }>>(
		'product.product',
		'read',
		[[product], ['product_tmpl_id']],
	);
	const bom = {
		product_tmpl_id: row?.product_tmpl_id[0],
		type: 'phantom',
		bom_line_ids: parts.map(([product_id, product_qty]) => [0, 0, { product_id, product_qty }]),
	};
	await admin.call('mrp.bom', 'create', [bom]);
	return product;
}

/** A product of which the buyer chooses one of these parts (Odoo 18 and later). */
export async function combo({ admin }: Place, choices: number[]): Promise<number> {
	const combo_item_ids = choices.map((product_id) => [0, 0, { product_id }]);
	const choice = { name: 'Flavor', combo_item_ids };
	const id = await admin.call<number>('product.combo', 'create', [choice]);
	const values = { name: 'Menu', type: 'combo', list_price: 1, combo_ids: [[6, 0, [id]]] };
	return await admin.call<number>('product.product', 'create', [values]);
}

/** A product that a vendor supplies for each order: to the buyer, or to the warehouse. */
export async function suppliedToOrder(place: Place, how: 'dropship' | 'mto'): Promise<number> {
	const { admin, server } = place;
	const vendor = await admin.call<number>('res.partner', 'create', [{ name: 'Vendor' }]);
	const vendorField = isBefore(server.version, '16') ? 'name' : 'partner_id';
	const mto = await reference(place, 'stock', 'route_warehouse0_mto');
	const buy = await reference(place, 'purchase_stock', 'route_warehouse0_buy');
	const dropship = await reference(place, 'stock_dropshipping', 'route_drop_shipping');
	const routes = how === 'mto' ? [mto, buy] : [dropship];
	const routeModel = isBefore(server.version, '16') ? 'stock.location.route' : 'stock.route';
	await admin.call(routeModel, 'write', [routes, { active: true }]);
	return await admin.call<number>('product.product', 'create', [
		{
			name: `Supplied by ${how}`,
			list_price: 1,
			route_ids: [[6, 0, routes]],
			seller_ids: [[0, 0, { [vendorField]: vendor, price: 1, min_qty: 0 }]],
			...storable(place),
		},
	]);
}

/** Confirms the purchases of an order, so that the vendor's transfer exists. */
export async function confirmPurchases({ admin }: Place, orderName: string): Promise<void> {
	const domain = [['origin', 'like', orderName]];
	const ids = await admin.call<number[]>('purchase.order', 'search', [domain]);
	if (ids.length === 0) throw new Error(`${orderName} has no purchase`);
	await admin.call('purchase.order', 'button_confirm', [ids]);
}

/** A new warehouse that delivers in so many steps. @param stock product and units on hand */
export async function warehouse(
	{ admin, server }: Place,
	delivery_steps: 'pick_ship' | 'pick_pack_ship',
	stock: Array<[product: number, units: number]>,
): Promise<number> {
	const code = delivery_steps === 'pick_ship' ? 'TWO' : 'THREE';
	const values = { name: `Warehouse ${code}`, code, delivery_steps };
	const id = await admin.call<number>('stock.warehouse', 'create', [values]);
	const [row] = await admin.call<Array<{ lot_stock_id: [number, string] }>>(
		'stock.warehouse',
		'read',
		[[id], ['lot_stock_id']],
	);
	const context = { inventory_mode: true };
	const counts = stock.map(([product_id, inventory_quantity]) => {
		return { product_id, inventory_quantity, location_id: row?.lot_stock_id[0] };
	});
	const quants = await admin.call<number[]>('stock.quant', 'create', [counts], { context });
	// Odoo 14 has applied each count at once.
	if (!isBefore(server.version, '15')) {
		await admin.call('stock.quant', 'action_apply_inventory', [quants], { context });
	}
	return id;
}

/** Finishes the next transfer inside the warehouse for an order whose goods are there. @returns the transfer */
export async function moveOn(place: Place, orderId: number, pieces?: number): Promise<number> {
	const { admin } = place;
	const open = [
		['sale_id', '=', orderId],
		['location_dest_id.usage', '=', 'internal'],
		['state', 'not in', ['done', 'cancel']],
	];
	// Odoo 14 does not reserve the rest of a transfer by itself: the warehouse checks its availability.
	const unreserved = [...open, ['state', '=', 'confirmed']];
	const rest = await admin.call<number[]>('stock.picking', 'search', [unreserved]);
	if (rest.length > 0) await admin.call('stock.picking', 'action_assign', [rest]);
	const transfers = await admin.call<Array<{ id: number; state: string }>>(
		'stock.picking',
		'search_read',
		[open, ['state']],
		{ order: 'id' },
	);
	const ready = transfers.find(({ state }) => state === 'assigned');
	if (!ready) throw new Error(`Order ${orderId} has nothing to pick: ${JSON.stringify(transfers)}`);
	await finish(place, ready.id, pieces);
	return ready.id;
}

import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain, type OdooRow } from '../odoo/records';
import { batches } from '../core/collections';
import { keepsStock, kitsAmong, storableField } from '../odoo/kits';
import { orderWarehouse } from '../odoo/order-warehouse';

/** Where stock is counted, by database ids. A location overrides warehouses; empty: the warehouse of new orders. */
export interface StockPlace {
	warehouseIds?: number[];
	locationId?: number;
}

/** The unreserved quantity of a product. */
export interface FreeQuantity {
	product_id: number;
	/** Internal reference; empty if there is none. */
	default_code: string;
	name: string;
	/** In the unit of the product; negative if more is reserved than in stock. */
	free_qty: number;
	/** Odoo keeps no stock of it: a service, or goods whose inventory is not tracked. */
	untracked?: true;
}

const AT_ONCE = 2_000;

/**
 * Reads quantities of products, 2,000 per call: on hand minus reserved, as Odoo computes `free_qty`. Holds
 * are confirmed sale orders, so their units are reserved and not included.
 *
 * @param productIds absent: all storable products that are not archived
 * @returns in the order of Odoo's product list; ids without a product are left out
 */
export async function freeQuantities(
	odoo: OdooClient,
	productIds: number[] | undefined,
	chosen: StockPlace = {},
): Promise<FreeQuantity[]> {
	const place = await placeOrDefault(odoo, chosen);
	const ids = productIds ?? (await storableProducts(odoo));
	const found: FreeQuantity[] = [];
	for (const some of batches(ids, AT_ONCE)) {
		found.push(...(await readSome(odoo, some, place)));
	}
	return found;
}

/** The place itself, or the warehouse of new orders: stock elsewhere cannot be reserved for them. */
export async function placeOrDefault(odoo: OdooClient, place: StockPlace): Promise<StockPlace> {
	if (place.locationId !== undefined || (place.warehouseIds ?? []).length > 0) return place;
	const id = await orderWarehouse(odoo);
	return id === undefined ? {} : { warehouseIds: [id] };
}

/** Ids of storable products and of kits. */
async function storableProducts(odoo: OdooClient): Promise<number[]> {
	const storable = await storableField(odoo);
	const wanted = storable === 'type' ? 'product' : true;
	const [rows, kits] = await Promise.all([
		searchRead(odoo, 'product.product', [[storable, '=', wanted]], ['id']),
		kitsAmong(odoo),
	]);
	return [...new Set([...rows.map(({ id }) => id), ...kits])];
}

async function readSome(
	odoo: OdooClient,
	ids: number[],
	place: StockPlace,
): Promise<FreeQuantity[]> {
	const computed = (await odoo.fields('product.product')).has('free_qty');
	const storable = await storableField(odoo);
	const fields = ['default_code', 'name', storable, ...(computed ? ['free_qty'] : [])];
	const [rows, fromQuants, kits] = await Promise.all([
		searchRead(odoo, 'product.product', [['id', 'in', ids]], fields, {
			archived: true,
			context: placeContext(place),
		}),
		computed ? new Map<number, number>() : quantsOf(odoo, ids, place),
		kitsAmong(odoo, ids),
	]);
	return rows.map((row) => ({
		product_id: row.id,
		default_code: textOf(row.default_code),
		name: textOf(row.name),
		free_qty: rounded(computed ? Number(row.free_qty) : (fromQuants.get(row.id) ?? 0)),
		...(!keepsStock(row, kits) && { untracked: true as const }),
	}));
}

/** The context key of warehouses depends on the version: both are set. */
function placeContext({ warehouseIds, locationId }: StockPlace): Record<string, unknown> {
	if (locationId !== undefined) return { location: locationId };
	if (!warehouseIds || warehouseIds.length === 0) return {};
	return { warehouse: warehouseIds, warehouse_id: warehouseIds };
}

/** The same quantity from quants, for an Odoo or a user without `free_qty`. */
async function quantsOf(
	odoo: OdooClient,
	ids: number[],
	place: StockPlace,
): Promise<Map<number, number>> {
	const quants = await searchRead(
		odoo,
		'stock.quant',
		[
			['product_id', 'in', ids],
			['location_id', 'child_of', await rootLocations(odoo, place)],
		],
		['product_id', 'quantity', 'reserved_quantity'],
	);
	const free = new Map<number, number>();
	for (const quant of quants) {
		const product = idOf(quant.product_id) ?? 0;
		const unreserved = Number(quant.quantity) - Number(quant.reserved_quantity);
		free.set(product, (free.get(product) ?? 0) + unreserved);
	}
	return free;
}

async function rootLocations(odoo: OdooClient, place: StockPlace): Promise<number[]> {
	if (place.locationId !== undefined) return [place.locationId];
	const { warehouseIds = [] } = place;
	const chosen: Domain = warehouseIds.length > 0 ? [['id', 'in', warehouseIds]] : [];
	const rows = await searchRead(odoo, 'stock.warehouse', chosen, ['view_location_id']);
	return rows.map((row: OdooRow) => idOf(row.view_location_id) ?? 0);
}

/** Removes rounding errors of binary fractions. */
const rounded = (quantity: number) => Math.round(quantity * 1e6) / 1e6;

import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { idOf, searchRead, type OdooRow } from '../../odoo/records';

/**
 * Whether more units of a product are reserved in a location than are in it. Odoo 19 reserves the last
 * unit for both of two concurrent transactions: the second one finds the quant locked and creates
 * another quant with its reservation. A check after the commit detects that: of the transactions that
 * share a unit, the last one always does. Quants that only look over-reserved are merged first.
 */
export async function isOverReserved(odoo: OdooClient, productIds: number[]): Promise<boolean> {
	if (productIds.length === 0 || !(await mayReserveTwice(odoo))) return false;
	const quants = await readQuants(odoo, productIds);
	const suspect = anyOver(quants) || quants.some(isReservedWithoutStock);
	if (!suspect || !(await mergeQuants(odoo))) return anyOver(quants);
	return anyOver(await readQuants(odoo, productIds));
}

/** Up to Odoo 16 reservations are stored on the move itself, and one of two such transactions fails. */
const mayReserveTwice = async (odoo: OdooClient): Promise<boolean> =>
	!(await odoo.fields('stock.move')).has('reserved_availability');

/**
 * Makes Odoo merge quants and correct their reserved quantities, as it does every night and when a user
 * opens Physical Inventory. Otherwise a reservation on a separate quant remains after its order releases
 * it (Odoo 19 subtracts it from the first quant), and the unit is never sold.
 *
 * @returns false if the version or the user does not allow it
 */
export async function mergeQuants(odoo: OdooClient): Promise<boolean> {
	try {
		await odoo.call('stock.quant', 'action_view_inventory', {});
		return true;
	} catch (error) {
		if (error instanceof IntegrationError && !error.retryable) return false;
		throw error;
	}
}

/** Fields of a `stock.quant` for `unitsOverReserved`. */
export const QUANT_FIELDS = [
	'product_id',
	'location_id',
	'lot_id',
	'quantity',
	'reserved_quantity',
];

/** Reads the quants of products in internal and transit locations. */
export const readQuants = async (odoo: OdooClient, productIds: number[]): Promise<OdooRow[]> =>
	await searchRead(
		odoo,
		'stock.quant',
		[
			['product_id', 'in', productIds],
			['location_id.usage', 'in', ['internal', 'transit']],
		],
		QUANT_FIELDS,
	);

const isReservedWithoutStock = (quant: OdooRow): boolean =>
	Number(quant.quantity) <= 0 && Number(quant.reserved_quantity) > 0;

const anyOver = (quants: OdooRow[]): boolean => unitsOverReserved(quants) > 1e-6;

/** Units that are reserved beyond the quantity in their location. */
export function unitsOverReserved(quants: OdooRow[]): number {
	const places = new Map<string, { quantity: number; reserved: number }>();
	for (const quant of quants) {
		const key = [quant.product_id, quant.location_id, quant.lot_id].map(idOf).join();
		const { quantity, reserved } = places.get(key) ?? { quantity: 0, reserved: 0 };
		places.set(key, {
			quantity: quantity + Number(quant.quantity),
			reserved: reserved + Number(quant.reserved_quantity),
		});
	}
	return [...places.values()].reduce(
		(units, { quantity, reserved }) => units + Math.max(0, reserved - Math.max(0, quantity)),
		0,
	);
}

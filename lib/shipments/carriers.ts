import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain } from '../odoo/records';
import type { DoneDelivery } from './shipment-item';

/** Delivery types with which Odoo computes a price: not carriers. */
const NOT_A_CARRIER = new Set(['fixed', 'base_on_rule', '']);

/**
 * Delivery methods by database id. Odoo has no field for the code of a carrier: the type of its connector
 * is used (`dhl`), otherwise the Internal Reference of the delivery product, which a shop can set (`SF`).
 */
export async function carriersById(
	odoo: OdooClient,
	ids: number[],
): Promise<Map<number, NonNullable<DoneDelivery['carrier']>>> {
	if (ids.length === 0) return new Map();
	const chosen: Domain = [['id', 'in', [...new Set(ids)]]];
	const fields = ['name', 'delivery_type', 'product_id'];
	const rows = await searchRead(odoo, 'delivery.carrier', chosen, fields, { archived: true });
	const products: Domain = [['id', 'in', rows.map((row) => idOf(row.product_id) ?? 0)]];
	const references = await searchRead(odoo, 'product.product', products, ['default_code'], {
		archived: true,
	});
	return new Map(
		rows.map((row) => {
			const connector = textOf(row.delivery_type);
			const product = references.find(({ id }) => id === idOf(row.product_id));
			const code = NOT_A_CARRIER.has(connector) ? textOf(product?.default_code) : connector;
			return [row.id, { id: row.id, name: textOf(row.name), ...(code && { code }) }];
		}),
	);
}

import type { OdooClient } from '../odoo/client';
import { idOf, searchRead, textOf, type Domain } from '../odoo/records';
import type { DoneDelivery } from './shipment-item';

/** How Odoo computes a price by itself: these name no carrier. */
const NO_CARRIER = new Set(['fixed', 'base_on_rule', '']);

/**
 * Delivery methods by database id. Odoo has no field for a carrier's code: the name of its connector
 * stands for it (`dhl`), otherwise the Internal Reference of the delivery product, where a shop can
 * write one (`SF`).
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
			const code = NO_CARRIER.has(connector) ? textOf(product?.default_code) : connector;
			return [row.id, { id: row.id, name: textOf(row.name), ...(code && { code }) }];
		}),
	);
}

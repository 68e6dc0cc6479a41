import type { OdooClient } from '../../odoo/client';
import { externalIdsOf } from '../../odoo/external-ids';
import type { OdooRow } from '../../odoo/records';
import { isOwnExternalId } from '../model/order-keys';

/**
 * Of these sale orders, those that this package created. `recordedOrders` also finds copies that a person
 * made with Duplicate: they keep the source document, but get no external id.
 */
export async function ownOrders(odoo: OdooClient, rows: OdooRow[]): Promise<OdooRow[]> {
	if (rows.length === 0) return rows;
	const ids = rows.map(({ id }) => id);
	const named = await externalIdsOf(odoo, 'sale.order', ids);
	return rows.filter(({ id }) => named.get(id)?.some(isOwnExternalId));
}

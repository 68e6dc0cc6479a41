import { groupBy } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { findId } from '../../odoo/external-ids';
import { loadRecords } from '../../odoo/load';
import { orderExternalId } from '../model/order-keys';
import { type PaidOrder, wantedLines, type RecordOptions } from '../model/paid-order';
import type { OrderRows } from './order-rows';
import { readProducts } from '../../sku-map/odoo/find-products';

export interface OrderToLoad {
	order: PaidOrder;
	rows: OrderRows;
}

/** A written order, or why Odoo rejected it. `adopted`: another worker wrote it at the same moment. */
export type LoadedOrder = { id: number; adopted: boolean } | string;

/**
 * Writes orders, those with the same columns together.
 *
 * @param context of the `load`
 * @returns by payment key
 */
export async function loadOrders(
	odoo: OdooClient,
	context: Record<string, unknown>,
	orders: OrderToLoad[],
): Promise<Map<string, LoadedOrder>> {
	const loaded = new Map<string, LoadedOrder>();
	for (const group of groupBy(orders, ({ rows }) => rows.fields.join()).values()) {
		for (const [key, one] of await loadOrAdopt(odoo, context, group)) loaded.set(key, one);
	}
	return loaded;
}

/** Loads orders with the same columns. A rejected one is looked up, because another worker may have written it. */
async function loadOrAdopt(
	odoo: OdooClient,
	context: Record<string, unknown>,
	orders: OrderToLoad[],
): Promise<Map<string, LoadedOrder>> {
	const fields = orders[0]?.rows.fields ?? [];
	const records = orders.map(({ rows }) => rows.record);
	const { ids, rejected, retried } = await loadRecords(
		odoo,
		'sale.order',
		fields,
		records,
		context,
	);
	const result = new Map<string, LoadedOrder>(
		// A lost race whose message is not in English looks like an invalid row: then it exists by now.
		[...ids].map(([key, id]) => [key, { id, adopted: retried.has(key) }]),
	);
	for (const { order, rows } of orders) {
		const message = rejected.get(rows.record.key);
		if (message === undefined) continue;
		const own = await findId(odoo, 'sale.order', orderExternalId(order));
		result.set(rows.record.key, own === undefined ? message : { id: own, adopted: true });
	}
	return result;
}

/** Problems of the products of an order that Odoo rejects, as sentences; empty if there are none. */
export async function productProblems(
	odoo: OdooClient,
	order: PaidOrder,
	{ companyId, ...options }: RecordOptions,
): Promise<string> {
	const ids = new Set(wantedLines(order, options).map(({ product_id: id }) => id));
	const known = new Map((await readProducts(odoo, 'id', [...ids])).map((one) => [one.id, one]));
	const problems = [...ids].map((id) => {
		const product = known.get(id);
		if (!product) {
			return `Product ${id} does not exist in Odoo any more, or belongs to a company that the user may not see.`;
		}
		const name = `Product ${product.default_code || id} (${product.name})`;
		if (!product.active) return `${name} is archived.`;
		if (!product.sale_ok) return `${name} cannot be sold.`;
		const elsewhere = companyId && product.company_id && product.company_id !== companyId;
		return elsewhere ? `${name} belongs to another company.` : '';
	});
	return problems.filter(Boolean).join(' ');
}

import { groupBy } from '../../core/collections';
import type { OdooClient } from '../../odoo/client';
import { findId } from '../../odoo/external-ids';
import { loadRecords } from '../../odoo/load';
import { orderExternalId } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import { newOrderContext } from '../sale-order/order-fields';
import type { OrderRows } from './order-rows';

export interface OrderToLoad {
	order: PaidOrder;
	rows: OrderRows;
}

/** A written order, or why Odoo rejected it. `adopted`: another worker wrote it at the same moment. */
export type LoadedOrder = { id: number; adopted: boolean } | string;

type Company = Pick<RecordOptions, 'companyId'>;

/** Writes orders, those with the same columns together. @returns by payment key */
export async function loadOrders(
	odoo: OdooClient,
	company: Company,
	orders: OrderToLoad[],
): Promise<Map<string, LoadedOrder>> {
	const loaded = new Map<string, LoadedOrder>();
	for (const group of groupBy(orders, ({ rows }) => rows.fields.join()).values()) {
		for (const [key, one] of await loadOrAdopt(odoo, company, group)) loaded.set(key, one);
	}
	return loaded;
}

/** Loads orders with the same columns. A rejected one is looked up, because another worker may have written it. */
async function loadOrAdopt(
	odoo: OdooClient,
	company: Company,
	orders: OrderToLoad[],
): Promise<Map<string, LoadedOrder>> {
	const fields = orders[0]?.rows.fields ?? [];
	const load = async (some: OrderToLoad[]) => {
		const records = some.map(({ rows }) => rows.record);
		return await loadRecords(odoo, 'sale.order', fields, records, newOrderContext(company));
	};
	const { ids, rejected } = await load(orders);
	const result = new Map<string, LoadedOrder>([...ids].map(([key, id]) => [key, created(id)]));
	for (const one of orders) {
		const { key } = one.rows.record;
		if (!rejected.has(key)) continue;
		const own = await findId(odoo, 'sale.order', orderExternalId(one.order));
		if (own !== undefined) {
			result.set(key, { id: own, adopted: true });
			continue;
		}
		// Retried alone: a lost race whose message is not in English looks like an invalid row.
		const alone = await load([one]);
		const id = alone.ids.get(key);
		result.set(key, id === undefined ? (alone.rejected.get(key) ?? '') : created(id));
	}
	return result;
}

const created = (id: number) => ({ id, adopted: false });

import { groupBy } from '../../core/collections';
import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { findId } from '../../odoo/external-ids';
import { loadRecords } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { readProducts } from '../../sku-map/odoo/find-products';
import { orderExternalId, paymentKey } from '../model/order-keys';
import { isMapped, wantedLines, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { clearedTaxField, newOrderContext } from '../sale-order/order-fields';
import { noteRows, productRows, type OrderReferences, type OrderRows } from './order-rows';

/** Result for an order to write. */
export type WrittenOrder =
	/** `adopted`: another worker wrote it at the same moment. `rejected`: Odoo only accepted notes, and why. */
	{ id: number; adopted: boolean; rejected?: string } | { error: IntegrationError };

/** A written order, or why Odoo rejected it. */
type Loaded = { id: number; adopted: boolean } | string;

interface OrderToLoad {
	order: PaidOrder;
	rows: OrderRows;
}

/**
 * Creates the sale orders of payments that have none: one `load` for all orders with the same columns,
 * with their lines and the note on the payment. An order whose products Odoo rejects is written as a
 * draft with notes, because it was paid.
 *
 * @param references by payment key; an error for an order that cannot be written
 * @returns by payment key
 */
export async function writeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	references: Map<string, OrderReferences | IntegrationError>,
	options: RecordOptions,
): Promise<Map<string, WrittenOrder>> {
	const written = new Map<string, WrittenOrder>();
	const rejected = new Map<string, string>();
	const taxField = await clearedTaxField(odoo, options);
	const products: OrderToLoad[] = [];
	const notes: OrderToLoad[] = [];
	for (const order of orders) {
		const found = references.get(paymentKey(order));
		if (found instanceof IntegrationError) written.set(paymentKey(order), { error: found });
		else if (found) {
			notes.push({ order, rows: noteRows(order, found, options) });
			if (!isMapped(order)) continue;
			products.push({ order, rows: productRows(order, found, options, taxField) });
		}
	}
	for (const [key, one] of await loadInGroups(odoo, options, products)) {
		if (typeof one === 'string') rejected.set(key, one);
		else written.set(key, one);
	}
	const drafts = notes.filter(({ rows }) => !written.has(rows.record.key));
	for (const [key, one] of await loadInGroups(odoo, options, drafts)) {
		if (typeof one === 'string') written.set(key, { error: notWritten(one) });
		else written.set(key, one);
	}
	for (const { order } of products) {
		const [why, draft] = [rejected.get(paymentKey(order)), written.get(paymentKey(order))];
		if (why === undefined || !draft || 'error' in draft) continue;
		draft.rejected = `${await productProblems(odoo, order, options)} ${why}`.trim();
	}
	return written;
}

/** Loads orders with the same columns together. */
async function loadInGroups(
	odoo: OdooClient,
	options: RecordOptions,
	orders: OrderToLoad[],
): Promise<Map<string, Loaded>> {
	const loaded = new Map<string, Loaded>();
	for (const group of groupBy(orders, ({ rows }) => rows.fields.join()).values()) {
		for (const [key, one] of await loadOrAdopt(odoo, options, group)) loaded.set(key, one);
	}
	return loaded;
}

/** Loads orders with the same columns. A rejected one is looked up, because another worker may have written it. */
async function loadOrAdopt(
	odoo: OdooClient,
	options: RecordOptions,
	orders: OrderToLoad[],
): Promise<Map<string, Loaded>> {
	const fields = orders[0]?.rows.fields ?? [];
	const load = async (some: OrderToLoad[]) => {
		const records = some.map(({ rows }) => rows.record);
		return await loadRecords(odoo, 'sale.order', fields, records, newOrderContext(options));
	};
	const { ids, rejected } = await load(orders);
	const result = new Map<string, Loaded>([...ids].map(([key, id]) => [key, created(id)]));
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

/** Problems of the products of an order that Odoo rejects, as sentences; empty if there are none. */
async function productProblems(
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

const notWritten = (message: string) =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message:
			`Odoo rejected both the order and a draft of it. ${message && asSentence(message)}`.trim(),
		likelyCause: 'A customization makes a field of sale orders mandatory, or forbids new orders.',
		nextStep:
			'In Odoo as the user of the credential, create a quotation by hand. Odoo asks for the missing fields.',
	});

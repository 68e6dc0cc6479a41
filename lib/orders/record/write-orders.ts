import type { OdooClient } from '../../odoo/client';
import { readProducts } from '../../sku-map/odoo/find-products';
import { paymentKey } from '../model/order-keys';
import { isOrderable, wantedLines, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { clearedTaxField } from '../sale-order/order-fields';
import { loadOrders, type OrderToLoad } from './load-orders';
import { obstacleText, rejectedLines } from './obstacles';
import { productRows, type OrderReferences } from './order-rows';
import { writeDrafts, type DraftToWrite, type WrittenDraft } from './write-drafts';

/** Result for an order to write. `obstacle`: why it only has notes, and what to do. */
export type WrittenOrder = WrittenDraft;

/**
 * Creates the sale orders of payments that have none: one `load` for all orders with the same columns,
 * with their lines and the note on the payment. An order whose products, buyer or currency Odoo rejects is
 * written as a draft with notes, because it was paid.
 *
 * @param references by payment key
 * @returns by payment key
 */
export async function writeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	references: Map<string, OrderReferences>,
	options: RecordOptions,
): Promise<Map<string, WrittenOrder>> {
	const taxField = await clearedTaxField(odoo, options);
	const products: OrderToLoad[] = [];
	const all: DraftToWrite[] = [];
	for (const order of orders) {
		const found = references.get(paymentKey(order));
		if (!found) continue;
		all.push({ order, references: found });
		if (!isOrderable(order) || found.obstacle) continue;
		products.push({ order, rows: productRows(order, found, options, taxField) });
	}
	const loaded = await loadOrders(odoo, options, products);
	const drafts = all.filter(({ order }) => typeof loaded.get(paymentKey(order)) !== 'object');
	const written = new Map<string, WrittenOrder>(await writeDrafts(odoo, options, drafts));
	for (const [key, one] of loaded) if (typeof one === 'object') written.set(key, one);
	for (const { order, references: found } of drafts) {
		const draft = written.get(paymentKey(order));
		if (!draft || 'error' in draft) continue;
		const why = loaded.get(paymentKey(order));
		if (typeof why === 'string') {
			draft.obstacle = rejectedLines(`${await productProblems(odoo, order, options)} ${why}`);
		} else if (found.obstacle) draft.obstacle = obstacleText(found.obstacle);
	}
	return written;
}

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

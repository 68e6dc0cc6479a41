import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { loadRecords, type LoadRecord } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { sawOrders } from './skip-lookup';
import { findOwnOrder } from './find-orders';
import { clearedTaxField } from '../sale-order/line-tax-field';
import { orderReferences } from './order-references';
import { noteRows, productRows, type OrderReferences, type OrderRows } from './order-rows';
import { isMapped, paymentKey, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { refusedProducts } from './refused-products';
import { groupBy } from '../../core/collections';
import { newOrderContext } from '../sale-order/load-context';

/** What became of an order that was to be written. */
export type Written =
	/** `adopted`: someone else wrote it at the same moment. `refused`: Odoo took only notes, and why. */
	{ id: number; adopted: boolean; refused?: string } | { error: IntegrationError };

type Loaded = { id: number; adopted: boolean } | string;

/**
 * Creates the sale orders of payments that have none: one `load` for all of a kind, with their
 * lines and the note on the payment. What Odoo refuses with its products becomes a draft with
 * notes, since it was paid all the same.
 *
 * @returns by payment key
 */
export async function writeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, Written>> {
	const references = await orderReferences(odoo, orders, options);
	const taxField = await clearedTaxField(odoo, options);
	const written = new Map<string, Written>();
	const writable: Array<{ order: PaidOrder; found: OrderReferences }> = [];
	for (const order of orders) {
		const found = references.get(paymentKey(order));
		if (found instanceof IntegrationError) written.set(paymentKey(order), { error: found });
		else if (found) writable.push({ order, found });
	}

	const refused = new Map<string, string>();
	const mapped = writable.filter(({ order }) => isMapped(order));
	const loaded = await loadKinds(
		odoo,
		options,
		mapped.map(({ order, found }) => ({
			order,
			rows: productRows(order, found, options, taxField),
		})),
	);
	for (const { order } of mapped) {
		const key = paymentKey(order);
		const one = loaded.get(key) ?? '';
		if (typeof one !== 'string') written.set(key, one);
		else refused.set(key, `${await refusedProducts(odoo, order, options)} ${one}`.trim());
	}
	const drafts = writable.filter(({ order }) => !written.has(paymentKey(order)));
	const noted = await loadKinds(
		odoo,
		options,
		drafts.map(({ order, found }) => ({ order, rows: noteRows(order, found, options) })),
	);
	for (const [key, one] of noted) {
		const words = refused.get(key);
		if (typeof one === 'string') written.set(key, { error: notWritten(one) });
		else written.set(key, words === undefined ? one : { ...one, refused: words });
	}
	await sawOrders(
		odoo,
		[...written.values()].flatMap((one) => ('id' in one ? [one.id] : [])),
	);
	return written;
}

interface OrderToLoad {
	order: PaidOrder;
	rows: OrderRows;
}

/** Orders with the same columns go together. */
async function loadKinds(
	odoo: OdooClient,
	options: RecordOptions,
	orders: OrderToLoad[],
): Promise<Map<string, Loaded>> {
	const kinds = groupBy(orders, ({ rows }) => rows.fields.join());
	const loaded = new Map<string, Loaded>();
	for (const kind of kinds.values()) {
		for (const [key, one] of await loadOrAdopt(odoo, options, kind)) loaded.set(key, one);
	}
	return loaded;
}

/** Loads orders of one kind. What is refused is looked up (another worker may have written it by now). */
async function loadOrAdopt(
	odoo: OdooClient,
	options: RecordOptions,
	orders: OrderToLoad[],
): Promise<Map<string, Loaded>> {
	const fields = orders[0]?.rows.fields ?? [];
	const context = newOrderContext(options);
	const load = async (rows: LoadRecord[]) =>
		await loadRecords(odoo, 'sale.order', fields, rows, context);
	const { ids, refused } = await load(orders.map(({ rows }) => rows.record));
	const result = new Map<string, Loaded>();
	for (const [key, id] of ids) result.set(key, { id, adopted: false });
	for (const { order, rows } of orders) {
		const { key } = rows.record;
		if (!refused.has(key)) continue;
		const own = await findOwnOrder(odoo, order);
		if (own) {
			result.set(key, { id: own.id, adopted: true });
			continue;
		}
		// Once more alone: a collision whose words are not in English looks like a bad row.
		const alone = await load([rows.record]);
		const id = alone.ids.get(key);
		result.set(key, id === undefined ? (alone.refused.get(key) ?? '') : { id, adopted: false });
	}
	return result;
}

const notWritten = (words: string) =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message: `Odoo rejected both the order and a draft of it. ${words && asSentence(words)}`.trim(),
		likelyCause: 'A customization makes a field of sale orders mandatory, or forbids new ones.',
		nextStep:
			'In Odoo as the user of the credential, create a quotation by hand: what it asks for is what is missing.',
	});

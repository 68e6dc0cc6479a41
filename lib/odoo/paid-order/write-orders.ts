import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { loadRecords, type LoadRecord } from '../load';
import { asSentence } from '../odoo-error';
import { findOwnOrder } from './find-orders';
import { orderReferences } from './order-references';
import {
	isPriced,
	NOTE_FIELDS,
	noteRecord,
	productFields,
	productRecord,
	type OrderReferences,
} from './order-rows';
import { isMapped, paymentKey, type PaidOrder, type RecordOptions } from './paid-order';

/** What became of an order that was to be written. */
export type Written =
	/** `adopted`: someone else wrote it at the same moment. `refused`: Odoo took only notes, and why. */
	{ id: number; adopted: boolean; refused?: string } | { error: IntegrationError };

/**
 * Creates the sale orders of payments that have none: one `load` for all of a kind. What Odoo
 * refuses with its products becomes a draft with notes, since it was paid all the same.
 *
 * @returns by payment key
 */
export async function writeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, Written>> {
	const references = await orderReferences(odoo, orders, options);
	const taxField = options.taxes === 'none' ? await lineTaxField(odoo) : undefined;
	const written = new Map<string, Written>();
	const writable: Array<{ order: PaidOrder; found: OrderReferences }> = [];
	for (const order of orders) {
		const found = references.get(paymentKey(order));
		if (found instanceof IntegrationError) written.set(paymentKey(order), { error: found });
		else if (found) writable.push({ order, found });
	}

	const refused = new Map<string, string>();
	for (const priced of [true, false]) {
		const kind = writable.filter(
			({ order }) => isMapped(order) && isPriced(order.mapping?.lines ?? []) === priced,
		);
		const result = await loadOrAdopt(
			odoo,
			productFields(priced, taxField),
			kind.map(({ order, found }) => ({ order, row: productRecord(order, found, taxField) })),
		);
		for (const [key, one] of result) {
			if (typeof one === 'string') refused.set(key, one);
			else written.set(key, one);
		}
	}
	const drafts = writable.filter(({ order }) => !written.has(paymentKey(order)));
	const noted = await loadOrAdopt(
		odoo,
		NOTE_FIELDS,
		drafts.map(({ order, found }) => ({ order, row: noteRecord(order, found) })),
	);
	for (const [key, one] of noted) {
		const words = refused.get(key);
		if (typeof one === 'string') written.set(key, { error: notWritten(one) });
		else written.set(key, words === undefined ? one : { ...one, refused: words });
	}
	return written;
}

/** Loads orders of one kind. What is refused is looked up (another worker may have confirmed it by now). */
async function loadOrAdopt(
	odoo: OdooClient,
	fields: string[],
	orders: Array<{ order: PaidOrder; row: LoadRecord }>,
): Promise<Map<string, { id: number; adopted: boolean } | string>> {
	const load = async (rows: LoadRecord[]) => await loadRecords(odoo, 'sale.order', fields, rows);
	const { ids, refused } = await load(orders.map(({ row }) => row));
	const result = new Map<string, { id: number; adopted: boolean } | string>();
	for (const [key, id] of ids) result.set(key, { id, adopted: false });
	for (const { order, row } of orders.filter(({ row: { key } }) => refused.has(key))) {
		const own = await findOwnOrder(odoo, order);
		if (own) {
			result.set(row.key, { id: own.id, adopted: true });
			continue;
		}
		// Once more alone: a collision whose words are not in English looks like a bad row.
		const alone = await load([row]);
		const id = alone.ids.get(row.key);
		result.set(
			row.key,
			id === undefined ? (alone.refused.get(row.key) ?? '') : { id, adopted: false },
		);
	}
	return result;
}

/** The taxes of a sale order line: `tax_ids` from Odoo 19 on, `tax_id` before. */
async function lineTaxField(odoo: OdooClient): Promise<string> {
	return (await odoo.fields('sale.order.line')).has('tax_ids') ? 'tax_ids' : 'tax_id';
}

const notWritten = (words: string) =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message: `Odoo takes neither the order nor a draft of it. ${words && asSentence(words)}`.trim(),
		likelyCause: 'A customization makes a field of sale orders mandatory, or forbids new ones.',
		nextStep:
			'In Odoo as the user of the credential, create a quotation by hand: what it asks for is what is missing.',
	});

import type { OdooClient } from '../client';
import { loadRecords, type LoadRecord, type LoadResult } from '../load';
import { findOrCreateBuyers } from './buyers';
import { findOwnOrder, type FoundOrder } from './find-orders';
import {
	isPriced,
	NOTE_FIELDS,
	noteRecord,
	productFields,
	productRecord,
	type OrderReferences,
} from './order-rows';
import {
	isMapped,
	paymentCurrency,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
} from './paid-order';
import { findPricelist } from './pricelist';
import { wechatSource } from './utm-source';

/** What writing brought, by payment key. */
export interface Written {
	ids: Map<string, number>;
	/** Written by someone else at the same moment. */
	adopted: Map<string, FoundOrder>;
	/** Odoo's words against the order's lines; the order stands as a draft with notes then. */
	refused: Map<string, string>;
}

/** Creates the sale orders of payments that have none: one `load` for all of a kind. */
export async function writeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Written> {
	const references = await referencesFor(odoo, orders, options);
	const taxField = options.taxes === 'none' ? await lineTaxField(odoo) : undefined;
	const mapped = orders.filter(isMapped);
	const result: Written = { ids: new Map(), adopted: new Map(), refused: new Map() };

	for (const priced of [true, false]) {
		const kind = mapped.filter(({ mapping }) => isPriced(mapping?.lines ?? []) === priced);
		const load = async (some: PaidOrder[]) =>
			await loadOrders(odoo, some, productFields(priced, taxField), (order) =>
				productRecord(order, of(references, order), taxField),
			);
		const first = await load(kind);
		take(result.ids, first.ids);
		const again: PaidOrder[] = [];
		for (const order of kind.filter((one) => first.refused.has(paymentKey(one)))) {
			const own = await findOwnOrder(odoo, order);
			if (own) result.adopted.set(paymentKey(order), own);
			else again.push(order);
		}
		// Once more alone: a collision whose words are not in English looks like a bad row.
		for (const order of again) {
			const alone = await load([order]);
			take(result.ids, alone.ids);
			take(result.refused, alone.refused);
		}
	}
	const drafts = orders.filter(
		(order) => !isMapped(order) || result.refused.has(paymentKey(order)),
	);
	const noted = await loadOrders(odoo, drafts, NOTE_FIELDS, (order) =>
		noteRecord(order, of(references, order)),
	);
	take(result.ids, noted.ids);
	take(result.refused, noted.refused);
	return result;
}

const loadOrders = async (
	odoo: OdooClient,
	orders: PaidOrder[],
	fields: string[],
	record: (order: PaidOrder) => LoadRecord,
): Promise<LoadResult> => await loadRecords(odoo, 'sale.order', fields, orders.map(record));

/** The taxes of a sale order line: `tax_ids` from Odoo 19 on, `tax_id` before. */
async function lineTaxField(odoo: OdooClient): Promise<string> {
	return (await odoo.fields('sale.order.line')).has('tax_ids') ? 'tax_ids' : 'tax_id';
}

async function referencesFor(
	odoo: OdooClient,
	orders: PaidOrder[],
	{ pricelistId }: RecordOptions,
): Promise<Map<string, OrderReferences>> {
	const currencies = [...new Set(orders.map(paymentCurrency))];
	const [buyers, sourceId, ...pricelists] = await Promise.all([
		findOrCreateBuyers(odoo, orders),
		wechatSource(odoo),
		...currencies.map(async (currency) => await findPricelist(odoo, currency, pricelistId)),
	]);
	return new Map(
		orders.map((order) => {
			const key = paymentKey(order);
			const pricelist = pricelists[currencies.indexOf(paymentCurrency(order))];
			return [key, { partnerId: buyers.get(key) ?? 0, pricelistId: pricelist ?? 0, sourceId }];
		}),
	);
}

function of(references: Map<string, OrderReferences>, order: PaidOrder): OrderReferences {
	const found = references.get(paymentKey(order));
	if (!found) throw new RangeError('An order without a buyer');
	return found;
}

function take<T>(into: Map<string, T>, from: Map<string, T>): void {
	for (const [key, value] of from) into.set(key, value);
}

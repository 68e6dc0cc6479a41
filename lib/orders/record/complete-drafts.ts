import type { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { loadRecords } from '../../odoo/load';
import { type Domain, ownCompanyContact, searchRead, textOf } from '../../odoo/records';
import { paymentKey } from '../model/order-keys';
import {
	isOrderable,
	paymentCurrency,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import { clearedTaxField, newOrderContext } from '../sale-order/order-fields';
import { isQuotation, type OrderState } from '../sale-order/order-state';
import { sameLines } from './compare-order';
import { productLines } from './order-rows';
import { isLineNote, rejectedLines } from './payment-notes';

/** The order of a payment as it is in Odoo. */
export interface DraftToComplete {
	order: PaidOrder;
	state: OrderState;
}

/** Database id of the pricelist in a currency, or why there is none. */
type PricelistIn = (currency: string) => Promise<number | IntegrationError>;

/** Drafts that can be confirmed now, by payment key, and why others were left. */
export interface CompletedDrafts {
	ready: Set<string>;
	rejected: Map<string, string>;
}

/**
 * Adds the products to drafts that were recorded with notes only, after their SKUs were mapped. A draft
 * with other products was edited by a person and is left alone. Each line gets the external id that it
 * would have had in the first place, so a retry adds no line twice.
 */
export async function completeDrafts(
	odoo: OdooClient,
	drafts: DraftToComplete[],
	options: RecordOptions,
	pricelistIn: PricelistIn,
): Promise<CompletedDrafts> {
	const open = drafts.filter(({ order, state }) => isOrderable(order) && isQuotation(state));
	const done = open.filter(({ order, state }) => sameLines(order, state, options));
	const unfilled = open.filter(({ state }) => state.lines.length === 0);
	const empty = await completable(odoo, unfilled, pricelistIn);
	const rejected = await addLines(odoo, empty, options);
	const filled = empty.filter(({ order }) => !rejected.has(paymentKey(order)));
	const ready = [...done, ...filled];
	await removeNotes(
		odoo,
		ready.map(({ state }) => state.id),
	);
	return { ready: new Set(ready.map(({ order }) => paymentKey(order))), rejected };
}

/**
 * The drafts that have their own buyer and the currency of the payment. A draft in another currency gets
 * the pricelist that was missing when it was written.
 */
async function completable(
	odoo: OdooClient,
	drafts: DraftToComplete[],
	pricelistIn: PricelistIn,
): Promise<DraftToComplete[]> {
	if (drafts.length === 0) return [];
	const company = await ownCompanyContact(odoo);
	const ofCompany: Domain = [
		['id', 'in', drafts.map(({ state }) => state.id)],
		['partner_id', '=', company],
	];
	const withoutBuyer = await searchRead(odoo, 'sale.order', ofCompany, ['partner_id']);
	const ready: DraftToComplete[] = [];
	for (const draft of drafts) {
		const { id, currency } = draft.state;
		if (withoutBuyer.some((row) => row.id === id)) continue;
		if (currency !== paymentCurrency(draft.order)) {
			const pricelist = await pricelistIn(paymentCurrency(draft.order));
			if (typeof pricelist !== 'number') continue;
			const params = { vals: { pricelist_id: pricelist } };
			await odoo.call('sale.order', 'write', { ids: [id], params });
		}
		ready.push(draft);
	}
	return ready;
}

/** Adds the lines of each order in one call: all of them, or none. */
async function addLines(
	odoo: OdooClient,
	drafts: DraftToComplete[],
	options: RecordOptions,
): Promise<Map<string, string>> {
	const rejected = new Map<string, string>();
	if (drafts.length === 0) return rejected;
	const taxField = await clearedTaxField(odoo, options);
	for (const { order, state } of drafts) {
		const lines = productLines(order, options, taxField);
		const fields = [...(lines[0] ?? []).map(([column]) => column), 'order_id/.id'];
		const records = lines.map((line, index) => ({
			key: String(index),
			rows: [[...line.map(([, value]) => value), String(state.id)]],
		}));
		const context = newOrderContext(options);
		const added = await loadRecords(odoo, 'sale.order.line', fields, records, context);
		const [message] = added.rejected.values();
		if (message === undefined) continue;
		rejected.set(paymentKey(order), rejectedLines(message));
		await odoo.call('sale.order.line', 'unlink', { ids: [...added.ids.values()] });
	}
	return rejected;
}

/** Deletes the notes that were replaced by products. The chatter still says what was paid. */
async function removeNotes(odoo: OdooClient, orderIds: number[]): Promise<void> {
	if (orderIds.length === 0) return;
	const notes = await searchRead(
		odoo,
		'sale.order.line',
		[
			['order_id', 'in', orderIds],
			['display_type', '=', 'line_note'],
		],
		['name'],
	);
	const own = notes.filter(({ name }) => isLineNote(textOf(name))).map(({ id }) => id);
	if (own.length > 0) await odoo.call('sale.order.line', 'unlink', { ids: own });
}

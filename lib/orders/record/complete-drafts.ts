import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { asSentence } from '../../odoo/odoo-error';
import { searchRead, textOf } from '../../odoo/records';
import { sameLines } from './check-order';
import { productLines } from './order-rows';
import type { OrderState } from '../sale-order/order-state';
import {
	isMapped,
	orderExternalId,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import { isNote } from './payment-notes';
import { clearedTaxField } from '../sale-order/line-tax-field';

/** A payment's order as it stands in Odoo. */
export interface DraftToComplete {
	order: PaidOrder;
	state: OrderState;
}

/** Which drafts are ready to be judged and confirmed, by payment key, and Odoo's words against others. */
export interface Completed {
	ready: Set<string>;
	refused: Map<string, string>;
}

/**
 * Puts the products into drafts that were recorded with notes alone, once their SKUs are mapped. A
 * draft that a person has put other products into is left alone. Each line has the external id that it
 * would have had from the beginning: a repetition adds no line twice.
 */
export async function completeDrafts(
	odoo: OdooClient,
	drafts: DraftToComplete[],
	options: RecordOptions,
): Promise<Completed> {
	const open = drafts.filter(
		({ order, state }) => isMapped(order) && (state.state === 'draft' || state.state === 'sent'),
	);
	const done = open.filter(({ order, state }) => sameLines(order, state, options));
	const empty = open.filter(({ state }) => state.lines.length === 0);
	const refused = await addLines(odoo, empty, options);
	const filled = empty.filter(({ order }) => !refused.has(paymentKey(order)));
	const ready = [...done, ...filled];
	await removeNotes(
		odoo,
		ready.map(({ state }) => state.id),
	);
	return { ready: new Set(ready.map(({ order }) => paymentKey(order))), refused };
}

/** The lines of an order go in one call each: all of them, or none. */
async function addLines(
	odoo: OdooClient,
	drafts: DraftToComplete[],
	options: RecordOptions,
): Promise<Map<string, string>> {
	const refused = new Map<string, string>();
	if (drafts.length === 0) return refused;
	const taxField = await clearedTaxField(odoo, options);
	const { companyId } = options;
	const context = { ...CREATE_ONLY, ...(companyId && { allowed_company_ids: [companyId] }) };
	for (const { order, state } of drafts) {
		const lines = productLines(order, options, taxField).map((columns) => [
			['id', `${orderExternalId(order)}_${columns.key}`],
			['order_id/.id', String(state.id)],
			...columns.cells,
		]);
		const fields = (lines[0] ?? []).map(([column]) => column ?? '');
		const records = lines.map((line, index) => ({
			key: String(index),
			rows: [line.map(([, value]) => value ?? '')],
		}));
		const answer = await loadRecords(odoo, 'sale.order.line', fields, records, context);
		const [words] = answer.refused.values();
		if (words === undefined) continue;
		refused.set(paymentKey(order), asSentence(words));
		await odoo.call('sale.order.line', 'unlink', { ids: [...answer.ids.values()] });
	}
	return refused;
}

/** The notes have been replaced by products; the chatter keeps what was paid. */
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
	const own = notes.filter(({ name }) => isNote(textOf(name))).map(({ id }) => id);
	if (own.length > 0) await odoo.call('sale.order.line', 'unlink', { ids: own });
}

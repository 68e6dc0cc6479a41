import type { OdooClient } from '../../odoo/client';
import { findByExternalId, findByExternalIds } from '../../odoo/external-ids';
import { idOf, searchRead } from '../../odoo/records';
import { noteIds } from '../model/order-keys';
import type { RecordOptions, ShortagePolicy } from '../model/paid-order';
import { requestReviews } from '../sale-order/chatter';
import { openTransfers, unreserve } from '../sale-order/order-actions';
import type { RecordedOrder } from '../sale-order/recorded-order';
import { noteDecisions, resetToQuotation } from './reset-to-quotation';

/**
 * Applies the shortage policy to orders that are short, and asks a person to decide if their stock is
 * released. Only for orders that this integration confirmed: what a person did is not undone.
 *
 * @param confirmed orders that this attempt confirmed, by payment key
 * @param adopted orders that were confirmed before, by payment key
 * @returns the changed orders by payment key; `missing` still says what was out of stock
 */
export async function applyShortagePolicy(
	odoo: OdooClient,
	confirmed: Map<string, RecordedOrder>,
	adopted: Map<string, RecordedOrder>,
	{ whenShort = 'back_order', reviewerId }: RecordOptions,
): Promise<Map<string, RecordedOrder>> {
	if (whenShort === 'back_order') return new Map();
	const found = shortOnes(adopted);
	const undecided = await withoutDecision(
		odoo,
		new Map(found.map(([key, recorded]) => [key, recorded.sale_order_id])),
	);
	const short = [...shortOnes(confirmed), ...found.filter(([key]) => undecided.has(key))];
	if (short.length === 0) return new Map();
	const reviews = short.map(([key, recorded]) => ({
		orderId: recorded.sale_order_id,
		key,
		reason: reasonFor(recorded, whenShort),
	}));
	// First, so that somebody knows if this attempt is interrupted.
	await requestReviews(odoo, reviews, reviewerId);
	let kept = new Map<number, string>();
	if (whenShort === 'release') {
		const ids = reviews.map(({ orderId }) => orderId);
		await unreserve(odoo, await openTransfers(odoo, ids));
		await noteDecisions(odoo, reviews);
	} else kept = await resetToQuotation(odoo, reviews);
	return new Map(
		short.map(([key, recorded]) => {
			const message = kept.get(recorded.sale_order_id);
			if (message !== undefined) return [key, { ...recorded, reason: message }];
			const lines = recorded.lines.map((line) => ({ ...line, reserved: 0 }));
			const state = whenShort === 'release' ? recorded.state : 'draft';
			return [key, { ...recorded, state, lines, reason: reasonFor(recorded, whenShort) }];
		}),
	);
}

const shortOnes = (orders: Map<string, RecordedOrder>) =>
	[...orders].filter(([, { status }]) => status === 'short');

function reasonFor({ lines }: RecordedOrder, policy: ShortagePolicy): string {
	const missing = lines
		.filter((line) => line.missing > 0)
		.map((line) => `${line.missing} of ${line.ordered} × ${line.sku || line.product_id}`);
	const next =
		policy === 'release'
			? 'Its stock was released for other orders. Reserve its delivery again (Check Availability), or refund the buyer and cancel it.'
			: 'It was not confirmed. Confirm it when there is stock, or refund the buyer and cancel it.';
	return `The order is paid, but stock is short: ${missing.join(', ')}. ${next}`;
}

/**
 * Of orders that an earlier attempt confirmed, those for which it was interrupted before the policy.
 * An order that a person has confirmed since is left to that person.
 *
 * @param orders sale order ids by payment key
 * @returns payment keys
 */
async function withoutDecision(
	odoo: OdooClient,
	orders: Map<string, number>,
): Promise<Set<string>> {
	if (orders.size === 0) return new Set();
	const byThisUser = await confirmedByThisUser(odoo, [...orders.values()]);
	const keys = [...orders].flatMap(([key, id]) => (byThisUser.has(id) ? [key] : []));
	const notes = await findByExternalIds(
		odoo,
		keys.map((key) => noteIds(key).decided),
	);
	return new Set(keys.filter((key) => !notes.has(noteIds(key).decided)));
}

/**
 * Of these orders, those whose last confirmation was made by the user of the connection, as their chatter
 * says. Only this package confirms without a message.
 */
async function confirmedByThisUser(odoo: OdooClient, ids: number[]): Promise<Set<number>> {
	const subtype = await odoo.remember(
		'subtype of confirmations',
		async () => await findByExternalId(odoo, 'sale.mt_order_confirmed'),
	);
	const messages = await searchRead(
		odoo,
		'mail.message',
		[
			['model', '=', 'sale.order'],
			['res_id', 'in', ids],
			['subtype_id', '=', subtype?.id ?? 0],
		],
		['res_id', 'create_uid'],
		{ order: 'id' },
	);
	const user = await odoo.userId();
	const last = new Map(messages.map((row) => [Number(row.res_id), idOf(row.create_uid)]));
	return new Set(ids.filter((id) => !last.has(id) || last.get(id) === user));
}

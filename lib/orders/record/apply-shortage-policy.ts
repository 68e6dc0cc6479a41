import type { OdooClient } from '../../odoo/client';
import type { RecordedOrder } from '../model/recorded-order';
import { searchRead } from '../../odoo/records';
import { backToDraft } from './reset-to-quotation';
import { noteDecisions, withoutPolicy } from './shortage-notes';
import type { RecordOptions, ShortagePolicy } from '../model/paid-order';
import { requestReviews } from '../sale-order/review-activities';

/**
 * Carries out the policy for the orders that are short, and asks a person to decide where nothing
 * is held back any more. Only for orders that this integration has confirmed: what a person did
 * is not undone.
 *
 * @param confirmed by payment key, those that this attempt has confirmed
 * @param adopted the same for those that were found confirmed
 * @returns the orders as they are now, by key; `missing` still tells what stock lacked
 */
export async function applyShortagePolicy(
	odoo: OdooClient,
	confirmed: Map<string, RecordedOrder>,
	adopted: Map<string, RecordedOrder>,
	{ whenShort = 'back_order', reviewerId }: RecordOptions,
): Promise<Map<string, RecordedOrder>> {
	if (whenShort === 'back_order') return new Map();
	const found = shortOnes(adopted);
	const ofFound = found.map(({ key, recorded }) => [key, recorded.sale_order_id] as const);
	const interrupted = await withoutPolicy(odoo, new Map(ofFound));
	const short = [...shortOnes(confirmed), ...found.filter(({ key }) => interrupted.has(key))];
	if (short.length === 0) return new Map();
	const ids = short.map(({ recorded }) => recorded.sale_order_id);
	// Before the pieces go: an attempt that breaks off here leaves somebody informed.
	const reviews = short.map(({ key, recorded }) => ({
		orderId: recorded.sale_order_id,
		key,
		reason: reasonFor(recorded, whenShort),
	}));
	await requestReviews(odoo, reviews, reviewerId ?? (await odoo.userId()));
	if (whenShort === 'release') {
		await releaseStock(odoo, ids);
		await noteDecisions(odoo, reviews);
	} else await backToDraft(odoo, reviews);
	return new Map(
		short.map(({ key, recorded }) => {
			const lines = recorded.lines.map((line) => ({ ...line, reserved: 0 }));
			const state = whenShort === 'release' ? recorded.state : 'draft';
			return [key, { ...recorded, state, lines, reason: reasonFor(recorded, whenShort) }];
		}),
	);
}

const shortOnes = (orders: Map<string, RecordedOrder>) =>
	[...orders].flatMap(([key, recorded]) =>
		recorded.status === 'short' ? [{ key, recorded }] : [],
	);

async function releaseStock(odoo: OdooClient, orderIds: number[]): Promise<void> {
	const open = await searchRead(
		odoo,
		'stock.picking',
		[
			['sale_id', 'in', orderIds],
			['state', 'not in', ['done', 'cancel']],
		],
		['state'],
	);
	const ids = open.map(({ id }) => id);
	if (ids.length > 0) await odoo.call('stock.picking', 'do_unreserve', { ids });
}

function reasonFor({ lines }: RecordedOrder, policy: ShortagePolicy): string {
	const missing = lines
		.filter((line) => line.missing > 0)
		.map((line) => `${line.missing} of ${line.ordered} × ${line.sku || line.product_id}`);
	const next =
		policy === 'release'
			? 'Its stock was released for other orders. Reserve its delivery again (Check Availability), or refund the buyer and cancel it.'
			: 'It is left unconfirmed. Confirm it when there is stock, or refund the buyer and cancel it.';
	return `The order is paid, but stock is short: ${missing.join(', ')}. ${next}`;
}

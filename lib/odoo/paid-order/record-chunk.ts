import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { asSentence } from '../odoo-error';
import type { RecordedOrder } from '../recorded-order';
import { confirmOrders } from './confirm-orders';
import { findOrders } from './find-orders';
import { decimalText, judge, type Judgement, type Origin } from './judge';
import { readMoves, type Move } from './moves';
import { readOrders, type OrderState } from './order-state';
import { paymentKey, type PaidOrder, type RecordOptions, type RecordOutcome } from './paid-order';
import { lineReservation } from './reservation';
import { requestReviews } from './review-activities';
import { writeOrders } from './write-orders';

interface Standing {
	order: PaidOrder;
	key: string;
	origin: Origin;
	state: OrderState;
	judgement: Judgement;
}

/**
 * One attempt at a set of different payments. It begins with looking up what is there, so it may be
 * repeated after any failure or lost answer.
 *
 * @returns outcomes by payment key
 */
export async function recordChunk(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, RecordOutcome>> {
	const standings = await placeOrders(odoo, orders, options);
	const toConfirm = standings.filter(({ judgement }) => judgement.verdict === 'confirm');
	const refused = await confirmOrders(
		odoo,
		toConfirm.map(({ state }) => state.id),
	);
	const [after, moves] = await Promise.all([
		readOrders(
			odoo,
			toConfirm.map(({ state }) => state.id),
		),
		readMoves(odoo, movedLines(standings)),
	]);
	for (const standing of toConfirm) {
		standing.state = after.get(standing.state.id) ?? standing.state;
		const words = refused.get(standing.state.id);
		if (words !== undefined) standing.judgement = afterRefusal(standing.state, words);
	}
	await makeActivities(odoo, standings, options);
	const outcomes = new Map<string, RecordOutcome>(
		standings.map((standing) => [standing.key, { recorded: recordedOrder(standing, moves) }]),
	);
	for (const order of orders) {
		const key = paymentKey(order);
		if (!outcomes.has(key)) outcomes.set(key, { error: notWritten() });
	}
	return outcomes;
}

/** Finds or writes every order, and judges what stands in Odoo then. */
async function placeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Standing[]> {
	const found = await findOrders(odoo, orders);
	const missing = orders.filter((order) => !found.has(paymentKey(order)));
	const written = missing.length > 0 ? await writeOrders(odoo, missing, options) : undefined;
	const place = (key: string): { id: number; origin: Origin } | undefined => {
		const known = found.get(key) ?? written?.adopted.get(key);
		if (known) return { id: known.id, origin: { ours: known.ours, adopted: true } };
		const id = written?.ids.get(key);
		const refused = written?.refused.get(key);
		return id === undefined ? undefined : { id, origin: { ours: true, adopted: false, refused } };
	};
	const places = orders.flatMap((order) => {
		const key = paymentKey(order);
		const placed = place(key);
		return placed ? [{ order, key, ...placed }] : [];
	});
	const states = await readOrders(
		odoo,
		places.map(({ id }) => id),
	);
	return places.flatMap(({ order, key, id, origin }) => {
		const state = states.get(id);
		return state ? [{ order, key, origin, state, judgement: judge(order, state, origin) }] : [];
	});
}

const movedLines = (standings: Standing[]): number[] =>
	standings
		.filter(({ judgement }) => judgement.verdict !== 'review')
		.flatMap(({ state }) => state.lines.filter(({ moves }) => moves).map(({ id }) => id));

/** A refusal to confirm what someone else has confirmed meanwhile is none. */
const afterRefusal = ({ state }: OrderState, words: string): Judgement =>
	state === 'sale' || state === 'done'
		? { verdict: 'confirmed' }
		: {
				verdict: 'review',
				reason: `The order could not be confirmed. ${asSentence(words)} Correct that and confirm the order.`,
			};

async function makeActivities(
	odoo: OdooClient,
	standings: Standing[],
	{ reviewerId }: RecordOptions,
): Promise<void> {
	const reviews = standings.flatMap(({ key, state, judgement }) =>
		judgement.verdict === 'review' && !state.hasActivity
			? [{ orderId: state.id, key, reason: judgement.reason }]
			: [],
	);
	if (reviews.length === 0) return;
	await requestReviews(odoo, reviews, reviewerId ?? (await odoo.userId()));
}

function recordedOrder(
	{ order, origin, state, judgement }: Standing,
	moves: Move[],
): RecordedOrder {
	const inReview = judgement.verdict === 'review';
	const skus = [...(order.mapping?.lines ?? [])];
	const lines = state.lines.map((line) => {
		const index = skus.findIndex(({ product_id: product }) => product === line.productId);
		const [mapped] = index < 0 ? [] : skus.splice(index, 1);
		const nothing = { ordered: line.quantity, reserved: 0, missing: line.quantity };
		return {
			sale_order_line_id: line.id,
			product_id: line.productId,
			sku: mapped?.sku ?? '',
			...(inReview ? nothing : lineReservation(line, moves)),
		};
	});
	const short = lines.some(({ missing }) => missing > 0);
	return {
		status: inReview ? 'needs_review' : short ? 'short' : 'reserved',
		sale_order_id: state.id,
		name: state.name,
		state: state.state,
		adopted: origin.adopted,
		currency: state.currency,
		amount_total: decimalText(state.amountTotal, state.currency),
		lines,
		...(inReview && { reason: judgement.reason }),
	};
}

const notWritten = () =>
	new IntegrationError({
		code: 'ODOO_ORDER_NOT_WRITTEN',
		message: 'Odoo took neither the order nor a draft of it.',
		likelyCause: 'A customization makes a field of sale orders mandatory or refuses new ones.',
		nextStep:
			'In Odoo as the user of the credential, create a quotation by hand: what it asks for is what is missing.',
	});

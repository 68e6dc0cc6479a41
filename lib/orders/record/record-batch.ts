import { IntegrationError } from '../../core/errors';
import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { asSentence } from '../../odoo/odoo-error';
import { sawTotal } from './skip-lookup';
import { confirmOrders } from '../sale-order/confirm-orders';
import { readSettled } from '../sale-order/resolve-double-reservations';
import type { Judgement } from './check-order';
import type { Move } from '../sale-order/moves';
import type { OrderState } from '../sale-order/order-state';
import type { PaidOrder, RecordOptions, RecordOutcome } from '../model/paid-order';
import { placeOrders, type Standing } from './find-or-create-orders';
import { recordedOrder } from './to-recorded-order';
import { closeReviews, requestReviews } from '../sale-order/review-activities';
import { applyShortagePolicy } from './apply-shortage-policy';
import { verifyConfirmed } from './verify-confirmed';

/**
 * One attempt at a set of different payments. It begins with looking up what is there, so it may be
 * repeated after any failure or lost answer.
 *
 * @param fresh keys of payments that need no look before; none when an attempt is repeated
 * @returns outcomes by payment key
 */
export async function recordChunk(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	context: CallContext,
	fresh: ReadonlySet<string>,
): Promise<Map<string, RecordOutcome>> {
	const placed = await placeOrders(odoo, orders, options, fresh);
	const standings = [...placed.values()].flatMap((one) =>
		one instanceof IntegrationError ? [] : [one],
	);
	const { moves } = await confirmAndRead(odoo, standings, options, context);
	await requestMissingReviews(odoo, standings, options);
	const completed = standings.filter(
		({ origin, judgement }) => origin.completed && judgement.verdict !== 'review',
	);
	await closeReviews(
		odoo,
		completed.map(({ state }) => state.id),
	);
	const recorded = new Map(standings.map((one) => [one.key, recordedOrder(one, moves)]));
	const delivered = new Set(moves.flatMap((move) => (move.state === 'done' ? [move.lineId] : [])));
	const ordersThat = (verdict: Judgement['verdict']) =>
		new Map(
			standings.flatMap(({ key, state, judgement }) => {
				const one = recorded.get(key);
				const untouched = !state.lines.some(({ id }) => delivered.has(id));
				return one && untouched && judgement.verdict === verdict ? [[key, one] as const] : [];
			}),
		);
	const settled = await applyShortagePolicy(
		odoo,
		ordersThat('confirm'),
		ordersThat('confirmed'),
		options,
	);
	const outcomes = new Map<string, RecordOutcome>();
	for (const [key, error] of placed)
		if (error instanceof IntegrationError) outcomes.set(key, { error });
	for (const [key, order] of recorded) outcomes.set(key, { recorded: settled.get(key) ?? order });
	return outcomes;
}

/** Confirms what may be, and brings every order up to date. @returns the moves of those that are sold */
async function confirmAndRead(
	odoo: OdooClient,
	standings: Standing[],
	options: RecordOptions,
	context: CallContext,
): Promise<{ moves: Move[] }> {
	const toConfirm = standings.filter(({ judgement }) => judgement.verdict === 'confirm');
	const ids = toConfirm.map(({ state }) => state.id);
	const refused = await confirmOrders(odoo, ids);
	const unseen = toConfirm.filter((one) => one.unseen);
	const payments = unseen.map(({ order }) => order);
	const read = async () => await readSettled(odoo, soldIds(standings), ids, context, payments);
	let now = await read();
	for (const standing of toConfirm) {
		const { id } = standing.state;
		standing.state = now.orders.get(id) ?? standing.state;
		const words = refused.get(id);
		if (words !== undefined) standing.judgement = afterRefusal(standing.state, words);
		else if (!standing.unseen) await sawTotal(odoo, standing.order, options, true);
	}
	if (await verifyConfirmed(odoo, unseen, now.orders, options)) now = await read();
	return { moves: now.moves };
}

const soldIds = (standings: Standing[]): number[] =>
	standings.filter(({ judgement }) => judgement.verdict !== 'review').map(({ state }) => state.id);

/** A refusal to confirm what someone else has confirmed meanwhile is none. */
const afterRefusal = ({ state }: OrderState, words: string): Judgement =>
	state === 'sale' || state === 'done'
		? { verdict: 'confirmed' }
		: {
				verdict: 'review',
				reason: `The order could not be confirmed. ${asSentence(words)} Correct that and confirm the order.`,
			};

async function requestMissingReviews(
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

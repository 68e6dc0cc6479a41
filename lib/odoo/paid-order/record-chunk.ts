import { IntegrationError } from '../../errors';
import type { Environment } from '../../retry';
import type { OdooClient } from '../client';
import { asSentence } from '../odoo-error';
import { confirmOrders } from './confirm-orders';
import { readSettled } from './fair-shares';
import type { Judgement } from './judge';
import type { OrderState } from './order-state';
import type { PaidOrder, RecordOptions, RecordOutcome } from './paid-order';
import { placeOrders, type Standing } from './place-orders';
import { recordedOrder } from './report-order';
import { requestReviews } from './review-activities';
import { applyShortagePolicy } from './shortage';

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
	environment: Environment,
): Promise<Map<string, RecordOutcome>> {
	const placed = await placeOrders(odoo, orders, options);
	const standings = [...placed.values()].flatMap((one) =>
		one instanceof IntegrationError ? [] : [one],
	);
	const toConfirm = standings.filter(({ judgement }) => judgement.verdict === 'confirm');
	const ids = toConfirm.map(({ state }) => state.id);
	const refused = await confirmOrders(odoo, ids);
	const { orders: after, moves } = await readSettled(odoo, soldIds(standings), ids, environment);
	for (const standing of toConfirm) {
		const { id } = standing.state;
		standing.state = after.get(id) ?? standing.state;
		const words = refused.get(id);
		if (words !== undefined) standing.judgement = afterRefusal(standing.state, words);
	}
	await requestMissingReviews(odoo, standings, options);
	const recorded = new Map(standings.map((one) => [one.key, recordedOrder(one, moves)]));
	const confirmed = toConfirm.filter(({ judgement }) => judgement.verdict === 'confirm');
	const settled = await applyShortagePolicy(
		odoo,
		new Map(confirmed.map(({ key }) => [key, recorded.get(key)])),
		options,
	);
	const outcomes = new Map<string, RecordOutcome>();
	for (const [key, error] of placed)
		if (error instanceof IntegrationError) outcomes.set(key, { error });
	for (const [key, order] of recorded) outcomes.set(key, { recorded: settled.get(key) ?? order });
	return outcomes;
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

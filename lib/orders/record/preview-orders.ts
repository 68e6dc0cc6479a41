import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { latestHold } from '../hold/latest-hold';
import type { RecordedOrder, RecordedLine } from '../model/recorded-order';
import { findOrders, type FoundOrder } from './find-orders';
import { freePieces } from '../sale-order/free-quantities';
import { decimalText, judge } from './check-order';
import { pricelistOrReason } from './order-references';
import { wantedLines } from '../model/order-lines';
import {
	paymentCurrency,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
	type RecordOutcome,
} from '../model/paid-order';
import { readOrders, type ReadOrders } from '../sale-order/read-orders';
import { recordedOrder } from './to-recorded-order';
import { unwrittenOrder } from './expected-order';

/**
 * What recording these payments would do, told without writing anything. Stock is counted as it is
 * free now, each order taking its pieces in turn; taxes that Odoo would add on top are not foreseen.
 *
 * @returns one outcome for each input, in the same order
 */
export async function forecastOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<RecordOutcome[]> {
	const found = await findOrders(odoo, orders, liveHold);
	const read = await readOrders(
		odoo,
		[...found.values()].map(({ id }) => id),
		true,
	);
	const products = orders.flatMap((order) =>
		wantedLines(order, options).map(({ product_id: product }) => product),
	);
	const free = await freePieces(odoo, products, options.warehouseId);
	return await Promise.all(
		orders.map(async (order): Promise<RecordOutcome> => {
			const standing = found.get(paymentKey(order));
			const pricelist = await pricelistOrReason(odoo, paymentCurrency(order), options);
			if (!standing && pricelist instanceof IntegrationError) return { error: pricelist };
			return { recorded: forecast(order, options, standing, read, free) };
		}),
	);
}

/** A hold that a payment would take over. */
async function liveHold(odoo: OdooClient, order: PaidOrder): Promise<number | undefined> {
	const hold = await latestHold(odoo, order);
	if (!hold) return undefined;
	const { orders } = await readOrders(odoo, [hold.id], false);
	return orders.get(hold.id)?.state === 'cancel' ? undefined : hold.id;
}

function forecast(
	order: PaidOrder,
	options: RecordOptions,
	standing: FoundOrder | undefined,
	{ orders, moves }: ReadOrders,
	free: Map<number, number>,
): RecordedOrder {
	const known = standing && orders.get(standing.id);
	const state = known ?? unwrittenOrder(order, options);
	const origin = { ours: true, ...standing, adopted: standing !== undefined };
	const judgement = judge(order, state, origin, options);
	const seen = { order, key: paymentKey(order), origin, state, judgement };
	const told = { ...recordedOrder(seen, moves), dry_run: true as const };
	if (judgement.verdict === 'review') {
		const open = known?.hasActivity ? 'Nothing: it waits for a person.' : undefined;
		const draft = known ? 'An activity' : 'A draft with an activity';
		return { ...told, would: open ?? `${draft} would be made for a person.` };
	}
	if (judgement.verdict === 'confirmed') {
		const would = standing?.held
			? 'The payment would take the hold over.'
			: 'Nothing: it is recorded.';
		return { ...told, would };
	}
	const lines = forecastLines(order, options, free);
	const short = lines.some(({ missing }) => missing > 0);
	const amount = `${decimalText(state.amountTotal, state.currency)} ${state.currency}`;
	return {
		...told,
		status: short ? 'short' : 'reserved',
		lines,
		would: `${known ? 'The draft' : 'A sale order'} of ${amount} would be ${known ? '' : 'written and '}confirmed.`,
	};
}

/**
 * Lines as an order would get them, each taking its pieces out of what is free.
 *
 * @param free by product, lessened by what the lines take; a product that is not in it needs no stock
 */
export function forecastLines(
	order: PaidOrder,
	options: RecordOptions,
	free: Map<number, number>,
): RecordedLine[] {
	const skus = (order.mapping?.lines ?? []).map(({ sku }) => sku);
	return wantedLines(order, options).map(({ product_id: product, quantity: ordered }, index) => {
		const there = free.get(product);
		const reserved = there === undefined ? ordered : Math.min(ordered, there);
		if (there !== undefined) free.set(product, there - reserved);
		return {
			sale_order_line_id: 0,
			product_id: product,
			sku: skus[index] ?? '',
			ordered,
			reserved,
			missing: ordered - reserved,
		};
	});
}

import { IntegrationError } from '../../core/errors';
import { decimalText, money, toDecimal } from '../../core/money';
import type { OdooClient } from '../../odoo/client';
import { paymentKey } from '../model/order-keys';
import {
	isPriced,
	paymentCurrency,
	wantedLines,
	wantedTotal,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import type { OrderState } from '../sale-order/order-state';
import { readOrders, type ReadOrders } from '../sale-order/read-orders';
import {
	toRecordedOrder,
	type RecordedLine,
	type RecordedOrder,
	type RecordOutcome,
} from '../sale-order/recorded-order';
import { checkOrder } from './check-order';
import { findOrders, type FoundOrder } from './find-orders';
import { freeUnits } from './free-units';
import { findPricelist } from './order-references';
import { obstacleText } from './payment-notes';

/**
 * Previews what recording these payments would do, without writing anything. Stock is what is
 * unreserved now, and each order takes its units in turn. Taxes that Odoo would add are not considered.
 *
 * @returns one outcome per input, in the same order
 */
export async function previewOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<RecordOutcome[]> {
	const found = await findOrders(odoo, orders, async (_, holds) => {
		const states = (
			await readOrders(
				odoo,
				holds.map(({ id }) => id),
				false,
			)
		).orders;
		const open = holds.filter(({ id }) => states.get(id)?.state !== 'cancel');
		return new Set(open.map(({ id }) => id));
	});
	const ids = [...found.values()].map(({ id }) => id);
	const read = await readOrders(odoo, ids, true);
	const lines = orders.flatMap((order) => wantedLines(order, options));
	const products = new Set(lines.map(({ product_id: product }) => product));
	const free = await freeUnits(odoo, [...products], options);
	const outcomes: RecordOutcome[] = [];
	for (const order of orders) {
		const pricelist = await findPricelist(odoo, paymentCurrency(order), options);
		const obstacle = pricelist instanceof IntegrationError ? obstacleText(pricelist) : undefined;
		const source = found.get(paymentKey(order)) ?? { ours: true, obstacle };
		outcomes.push({ recorded: preview(order, options, source, read, free) });
	}
	return outcomes;
}

function preview(
	order: PaidOrder,
	options: RecordOptions,
	source: Partial<FoundOrder> & { ours: boolean; obstacle?: string | undefined },
	{ orders, moves }: ReadOrders,
	free: Map<number, number>,
): RecordedOrder {
	const known = orders.get(source.id ?? 0);
	const state = known ?? newOrder(order, options);
	const adopted = source.id !== undefined;
	const check = checkOrder(order, state, { ...source, adopted }, options);
	const review = check.outcome === 'review' ? check.reason : undefined;
	const recorded = toRecordedOrder(order, state, moves, { adopted, review });
	const withResult = (would: string) => ({ ...recorded, dry_run: true as const, would });
	if (review !== undefined) {
		const activity = `${known ? 'An' : 'A draft with an'} activity would be made for a person.`;
		return withResult(known?.hasActivity ? 'Nothing: it is in review.' : activity);
	}
	if (check.outcome === 'confirmed') {
		return withResult(
			source.held ? 'The payment would take the hold over.' : 'Nothing: it is recorded.',
		);
	}
	const amount = `${decimalText(state.amountTotal, state.currency)} ${state.currency}`;
	const lines = takeUnits(order, options, free);
	const short = lines.some(({ missing }) => missing > 0);
	const would = known
		? `The draft of ${amount} would be confirmed.`
		: `A sale order of ${amount} would be written and confirmed.`;
	return {
		...withResult(would),
		status: short ? 'short' : 'reserved',
		lines,
	};
}

/** A new order as Odoo would create it: with the prices of the payment and no tax on top. */
function newOrder(order: PaidOrder, options: RecordOptions): OrderState {
	const currency = paymentCurrency(order);
	const lines = wantedLines(order, options);
	const sum = lines.reduce((fen, line) => fen + line.quantity * (line.unit_price_fen ?? 0), 0);
	const total = isPriced(lines) ? sum : wantedTotal(order, options);
	return {
		id: 0,
		name: '',
		state: 'draft',
		hasActivity: false,
		currency,
		amountTax: '0',
		amountTotal: toDecimal(money(total, currency)),
		companyId: options.companyId,
		warehouseId: options.warehouseId,
		lines: lines.map(({ product_id: productId, quantity }) => {
			return { id: 0, productId, quantity, moves: true };
		}),
	};
}

/** Lines of an order that takes its units from `free`. A product that is not in it needs no stock. */
function takeUnits(
	order: PaidOrder,
	options: RecordOptions,
	free: Map<number, number>,
): RecordedLine[] {
	const skus = (order.mapping?.lines ?? []).map(({ sku }) => sku);
	return wantedLines(order, options).map(({ product_id, quantity: ordered }, index) => {
		const left = free.get(product_id);
		const reserved = left === undefined ? ordered : Math.min(ordered, left);
		if (left !== undefined) free.set(product_id, left - reserved);
		const line = { sale_order_line_id: 0, product_id, sku: skus[index] ?? '' };
		return { ...line, ordered, reserved, missing: ordered - reserved };
	});
}

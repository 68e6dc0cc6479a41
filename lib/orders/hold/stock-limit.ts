import type { OdooClient } from '../../odoo/client';
import { channelQuantity } from '../../core/channel-share';
import { wantedLines, type PaidOrder, type WantedLine } from '../model/paid-order';
import { freeUnits } from '../record/free-units';
import type { RecordedLine } from '../sale-order/recorded-order';
import type { HoldOptions } from './hold';
import { BoundedMap } from '../../core/memoize';

/** Routes of a product may change: then Odoo is asked again. */
const KNOWN_FOR_MS = 10 * 60_000;

/** Products that were short at a hold: they are taken from stock, and neither bought nor made for an order. */
const scarceProducts = async (odoo: OdooClient) =>
	await odoo.remember('products that were short', async () => new BoundedMap<number, true>(10_000));

/** Remembers the products that were short. @param now milliseconds since 1970 */
export async function rememberShort(
	odoo: OdooClient,
	lines: RecordedLine[],
	now: number,
): Promise<void> {
	const short = lines.filter(({ missing }) => missing > 0);
	if (short.length === 0) return;
	const scarce = await scarceProducts(odoo);
	for (const { product_id: id } of short) scarce.set(id, true, now);
}

/**
 * The lines of orders that ask for more than the channel may sell now, with what is missing: an order in Odoo
 * that would be cancelled at once is spared them. A product that may be bought or made for the order is left
 * to Odoo. Each order takes its units in turn. This only spares work and keeps the share: the reservation
 * itself is made, and guarded, by Odoo.
 *
 * @param now milliseconds since 1970
 */
export async function linesBeyondStock(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: HoldOptions,
	now: number,
): Promise<Map<PaidOrder, RecordedLine[]>> {
	const { shares } = options;
	const wanted = orders.map((order) => [order, wantedLines(order, options)] as const);
	const ids = new Set(wanted.flatMap(([, lines]) => lines.map(({ product_id: id }) => id)));
	const scarce = await scarceProducts(odoo);
	const isScarce = (id: number) => scarce.get(id, now, KNOWN_FOR_MS) === true;
	const toRead = [...ids].filter((id) => shares !== undefined || isScarce(id));
	if (toRead.length === 0) return new Map();
	const free = await freeUnits(odoo, toRead, options);
	const limitOf = (id: number, sku: string): number => {
		const units = free.get(id);
		if (units === undefined || (units <= 0 && !isScarce(id))) return Infinity;
		return shares ? channelQuantity(shares, units, [sku]) : units;
	};
	const beyond = new Map<PaidOrder, RecordedLine[]>();
	for (const [order, lines] of wanted) {
		const skus = (order.mapping?.lines ?? []).map(({ sku }) => sku);
		const recorded = lines.map((line, index) => toLine(line, skus[index] ?? '', lines, limitOf));
		if (recorded.some(({ missing }) => missing > 0)) beyond.set(order, recorded);
		else for (const line of lines) take(free, line);
	}
	return beyond;
}

/** A line that gets nothing. What is missing counts all lines with its product. */
function toLine(
	{ product_id, quantity: ordered }: WantedLine,
	sku: string,
	lines: WantedLine[],
	limitOf: (id: number, sku: string) => number,
): RecordedLine {
	const same = lines.filter((line) => line.product_id === product_id);
	const all = same.reduce((sum, { quantity }) => sum + quantity, 0);
	const missing = Math.min(ordered, Math.max(0, all - limitOf(product_id, sku)));
	return { sale_order_line_id: 0, product_id, sku, ordered, reserved: 0, missing };
}

function take(free: Map<number, number>, { product_id: id, quantity }: WantedLine): void {
	const units = free.get(id);
	if (units !== undefined) free.set(id, units - quantity);
}

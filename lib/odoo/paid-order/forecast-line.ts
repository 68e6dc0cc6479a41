import type { RecordedLine } from '../recorded-order';
import { wantedLines } from './order-lines';
import type { PaidOrder, RecordOptions } from './paid-order';

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

import { fromDecimal } from '../../core/money';
import {
	paymentCurrency,
	wantedLines,
	wantedTotal,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import type { OrderState } from '../sale-order/order-state';

/** Compares products and quantities in any order, because Odoo may merge or sort lines. */
export function sameLines(order: PaidOrder, state: OrderState, options: RecordOptions): boolean {
	const wanted = wantedLines(order, options).map(lineText);
	const actual = state.lines.map(({ productId, quantity }) =>
		lineText({ product_id: productId, quantity }),
	);
	return wanted.sort().join() === actual.sort().join();
}

const lineText = (line: { product_id: number; quantity: number }): string =>
	`${line.product_id}×${line.quantity}`;

/** Whether an order has the goods of its payment. Others may have added lines since, such as a gift. */
export function hasGoods({ mapping }: PaidOrder, { lines }: OrderState): boolean {
	const left = lines.map(({ productId, quantity }) =>
		lineText({ product_id: productId, quantity }),
	);
	return (mapping?.lines ?? []).every((line) => {
		const index = left.indexOf(lineText(line));
		return index >= 0 && left.splice(index, 1).length > 0;
	});
}

export function sameTotal(
	order: PaidOrder,
	{ amountTotal, currency }: OrderState,
	options: RecordOptions,
): boolean {
	if (currency !== paymentCurrency(order)) return false;
	try {
		return fromDecimal(amountTotal, currency).amount === wantedTotal(order, options);
	} catch {
		// More decimals than the currency has: not what was paid.
		return false;
	}
}

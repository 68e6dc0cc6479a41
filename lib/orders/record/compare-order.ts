import { amountText, decimalText, fromDecimal } from '../../core/money';
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

/** What was paid, with its currency. */
export const paid = (order: PaidOrder) =>
	amountText(order.payment.total_fen, paymentCurrency(order));

/** The total in Odoo, with its currency. */
export const totalOf = ({ amountTotal, currency }: OrderState) =>
	`${decimalText(amountTotal, currency)} ${currency}`;

/** Why the total of an order may differ from what was paid, and what to do. */
export function wrongTotal(order: PaidOrder, state: OrderState, options: RecordOptions): string {
	const couponFen = order.payment.total_fen - wantedTotal(order, options);
	const coupons = amountText(couponFen, paymentCurrency(order));
	const byCoupons = couponFen === 0 ? '' : `, ${coupons} of it by coupons of the merchant`;
	const hint =
		Number(state.amountTax) === 0
			? missingProducts(order, options)
			: `The Odoo total includes ${decimalText(state.amountTax, state.currency)} tax. Set Taxes to No Tax in the node, or make the product's tax price-included.`;
	return `The order total is ${totalOf(state)}, but ${paid(order)} was paid${byCoupons}. ${hint} Correct the order until both agree and confirm it.`;
}

/** Which option of the node an order needs for its shipping or discount. */
function missingProducts(order: PaidOrder, options: RecordOptions): string {
	const { shippingFen = 0, discountFen = 0 } = order;
	const amount = (fen: number) => amountText(fen, paymentCurrency(order));
	const missing = [
		!options.shippingProductId &&
			shippingFen > 0 &&
			`${amount(shippingFen)} of it is shipping: select a Shipping Product in the node.`,
		!options.discountProductId &&
			discountFen > 0 &&
			`A discount of ${amount(discountFen)} was given: select a Discount Product in the node.`,
	].filter(Boolean);
	return missing.join(' ') || 'Shipping or a discount may be missing from the lines.';
}

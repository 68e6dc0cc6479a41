import type { PaidOrder, RecordOptions } from './paid-order';

/** One line that the sale order is to have. */
export interface WantedLine {
	/** Its name within the order, part of its external id. */
	key: string;
	product_id: number;
	quantity: number;
	/** Fen a piece, negative for a discount; absent: Odoo's own price. */
	unit_price_fen?: number;
}

/** The goods, then shipping and what was taken off, as far as there are products for them. */
export function wantedLines(order: PaidOrder, options: RecordOptions): WantedLine[] {
	const goods = (order.mapping?.lines ?? []).map((line, index) => ({
		key: `line_${index + 1}`,
		product_id: line.product_id,
		quantity: line.quantity,
		...(line.unit_price_fen !== undefined && { unit_price_fen: line.unit_price_fen }),
	}));
	const { shippingProductId, discountProductId } = options;
	return [
		...goods,
		...extra('shipping', shippingProductId, order.shippingFen ?? 0),
		...extra('discount', discountProductId, -(order.discountFen ?? 0)),
		...extra('coupon', discountProductId, -(order.merchantCouponFen ?? 0)),
	];
}

/**
 * What the order has to come to, in fen. WeChat's own coupons change nothing: WeChat pays their
 * part. The merchant's part is a discount of the merchant's, where a line shows it.
 */
export const wantedTotal = (order: PaidOrder, { discountProductId }: RecordOptions): number =>
	order.payment.total_fen - (discountProductId ? (order.merchantCouponFen ?? 0) : 0);

/** True where every line tells its price; otherwise Odoo's own prices are taken for all of them. */
export const isPriced = (lines: WantedLine[]): boolean =>
	lines.every(({ unit_price_fen: price }) => price !== undefined);

const extra = (key: string, product: number | undefined, fen: number): WantedLine[] =>
	product === undefined || fen === 0
		? []
		: [{ key, product_id: product, quantity: 1, unit_price_fen: fen }];

/** The value of the goods of one delivery, in the smallest unit of the order's currency. */
export interface DeliveryValue {
	/** Database id of the transfer. */
	transfer: number;
	value: number;
}

/** A part of an order, as Customs Declaration: Declare takes it. The fees are proportions of the full price. */
export interface CustomsPart {
	sub_order_no: string;
	product_fee: number;
	transport_fee: number;
}

const LONGEST_NUMBER = 32;

/**
 * One part for each delivery of an order that leaves in several; none for an order that leaves in one. A delivery
 * without a value, such as one of gifts, has no part.
 */
export function divideOrder(out_trade_no: string, deliveries: DeliveryValue[]): CustomsPart[] {
	const valued = [...deliveries]
		.filter(({ value }) => value > 0)
		.sort((one, other) => one.transfer - other.transfer);
	if (valued.length < 2) return [];
	return valued.map(({ value }, index) => {
		const suffix = `-${index + 1}`;
		const sub_order_no = out_trade_no.slice(0, LONGEST_NUMBER - suffix.length) + suffix;
		return { sub_order_no, product_fee: value, transport_fee: 0 };
	});
}

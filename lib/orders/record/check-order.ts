import { amountText, decimalText } from '../../core/money';
import { safeLine } from '../../core/outside-text';
import {
	isMapped,
	paymentCurrency,
	wantedTotal,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import { isQuotation, type OrderState } from '../sale-order/order-state';
import { hasGoods, sameLines, sameTotal } from './compare-order';

/** What to do with an order in Odoo. */
export type OrderCheck =
	| { outcome: 'confirm' }
	/** Confirmed already: only its reservation is read. */
	| { outcome: 'confirmed' }
	/** Left for a person; `reason` says why and what to do. */
	| { outcome: 'review'; reason: string };

/** Where the order comes from. */
export interface OrderSource {
	/** It has the external id of the payment. */
	ours: boolean;
	/** It existed before this attempt. */
	adopted: boolean;
	/** It was a hold before the payment. */
	held?: boolean;
	/** Names of orders that a person entered for the same payment, beside this one. */
	others?: string[];
	/** A draft that got its products just now, because its SKUs are mapped. */
	completed?: boolean;
	/** Why the order only has notes, and what to do, as sentences. */
	obstacle?: string | undefined;
}

/** The order of a payment as it is in Odoo, and what to do with it. */
export interface OrderInProgress {
	order: PaidOrder;
	/** Payment key. */
	key: string;
	source: OrderSource;
	state: OrderState;
	check: OrderCheck;
}

/** Compares an order in Odoo with its payment. Nothing that a person did is undone. */
export function checkOrder(
	order: PaidOrder,
	state: OrderState,
	source: OrderSource,
	options: RecordOptions,
): OrderCheck {
	const reason = reviewReason(order, state, source, options);
	if (reason !== undefined) return { outcome: 'review', reason };
	return { outcome: isQuotation(state) ? 'confirm' : 'confirmed' };
}

function reviewReason(
	order: PaidOrder,
	state: OrderState,
	source: OrderSource,
	options: RecordOptions,
): string | undefined {
	if (!source.ours) {
		return `A person entered an order with this WeChat transaction id. Compare it with the payment (${paid(order)}). It was not changed, and no second order was created.`;
	}
	if (state.state === 'cancel') {
		return `The order is cancelled, but ${paid(order)} was paid for it. Refund the buyer in WeChat Pay, or set the order back to quotation and confirm it.`;
	}
	if (source.others?.length) {
		return `A person also entered ${source.others.join(', ')} with the same WeChat transaction id. Keep one of the orders and cancel the others. The payment is ${paid(order)}.`;
	}
	if (!isQuotation(state)) {
		if (!sameTotal(order, state, options)) {
			return `The order was confirmed with a total of ${totalOf(state)}, but ${paid(order)} was paid. Correct the order before it ships.`;
		}
		if (hasGoods(order, state)) return undefined;
		return 'The order was confirmed with other products or quantities than were paid for. Correct it before it ships.';
	}
	if (source.obstacle !== undefined) return source.obstacle;
	if (order.payment.total_fen === 0) return NOTHING_PAID;
	if (!isMapped(order)) return unmapped(order);
	if (source.adopted && state.hasActivity && !source.completed) {
		return 'The draft is waiting for a person: complete its activity and confirm the order.';
	}
	if (state.lines.length === 0 && state.currency !== paymentCurrency(order)) {
		return otherCurrency(order, state);
	}
	if (!isInPlace(state, options)) {
		return 'The draft is in another company or warehouse than selected in the node. Correct that (or the options of the node) and confirm the order.';
	}
	if (state.lines.some(({ combo }) => combo)) {
		return 'A product of the order is a combo, and the payment does not say what the buyer chose. Replace it by the chosen products and confirm the order.';
	}
	if (!sameLines(order, state, options)) {
		return 'The draft has other products or quantities than were paid for. Correct them and confirm the order.';
	}
	return sameTotal(order, state, options) ? undefined : wrongTotal(order, state, options);
}

const NOTHING_PAID =
	'WeChat Pay reports a payment of 0. Look it up at pay.weixin.qq.com → Transaction Center (交易中心), then complete or cancel the draft.';

const otherCurrency = (order: PaidOrder, { currency }: OrderState) =>
	`The draft is in ${currency}, but ${paid(order)} was paid. Select a pricelist in ${paymentCurrency(order)}, add the products that the notes name, and confirm the order.`;

const paid = (order: PaidOrder) => amountText(order.payment.total_fen, paymentCurrency(order));

const totalOf = ({ amountTotal, currency }: OrderState) =>
	`${decimalText(amountTotal, currency)} ${currency}`;

const isInPlace = ({ companyId, warehouseId }: OrderState, options: RecordOptions): boolean =>
	(options.companyId === undefined || options.companyId === companyId) &&
	(options.warehouseId === undefined || options.warehouseId === warehouseId);

/** A person reads it: a basket of hundreds of unknown SKUs is not listed whole. UTF-16 units. */
const LONGEST_REASON = 4_000;

function unmapped({ payment, mapping }: PaidOrder): string {
	const reasons = (mapping?.unmapped ?? []).map(({ message }) => message);
	const why = safeLine([...new Set(reasons)].join(' '), LONGEST_REASON) || payment.lines_problem;
	return `${why ?? 'It is not known which products were paid for.'} Replace the notes by the products and confirm the order.`;
}

function wrongTotal(order: PaidOrder, state: OrderState, options: RecordOptions): string {
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

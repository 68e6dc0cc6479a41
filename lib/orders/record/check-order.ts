import { fromDecimal, money, toDecimal } from '../../core/money';
import { asSentence } from '../../odoo/odoo-error';
import type { OrderState } from '../sale-order/order-state';
import { wantedLines, wantedTotal } from '../model/order-lines';
import { isMapped, paymentCurrency, type PaidOrder, type RecordOptions } from '../model/paid-order';

/** What to do with an order that stands in Odoo. */
export type Judgement =
	| { verdict: 'confirm' }
	/** Sold already: only its reservation is read. */
	| { verdict: 'confirmed' }
	/** Left for a person; `reason` says why and what to do. */
	| { verdict: 'review'; reason: string };

/** How the order came to stand there. */
export interface Origin {
	/** It carries the payment's external id. */
	ours: boolean;
	/** It was there before this attempt. */
	adopted: boolean;
	/** It held the stock before it was paid. */
	held?: boolean;
	/** A draft whose products were put in just now, since its SKUs are mapped. */
	completed?: boolean;
	/** Odoo's words against its lines, when it took only notes. */
	refused?: string | undefined;
}

/** Decides from what was paid and what Odoo holds. Nothing a person did is undone. */
export function judge(
	order: PaidOrder,
	state: OrderState,
	origin: Origin,
	options: RecordOptions,
): Judgement {
	if (!origin.ours) {
		return review(
			`An order with this WeChat transaction id was typed in by hand. Compare it with the payment (${paid(order)}); it is not touched, and no second one is made.`,
		);
	}
	if (state.state === 'cancel') {
		return review(
			`The order is cancelled, and a payment of ${paid(order)} stands against it. Refund the buyer in WeChat Pay, or set the order back to quotation and confirm it.`,
		);
	}
	if (state.state !== 'draft' && state.state !== 'sent') {
		const other =
			origin.held && !(sameLines(order, state, options) && sameTotal(order, state, options));
		return other ? review(unlikeHold(order, state)) : { verdict: 'confirmed' };
	}
	if (origin.refused !== undefined) {
		return review(
			`Odoo does not take the order lines: ${asSentence(origin.refused)} Correct that, add the products that the notes name, and confirm the order.`,
		);
	}
	if (!isMapped(order)) return review(unmapped(order));
	if (origin.adopted && state.hasActivity && !origin.completed) {
		return review('The draft waits for a person: finish its activity and confirm the order.');
	}
	if (!inPlace(state, options)) {
		return review(
			'The draft is in another company or warehouse than the node demands. Correct that (or the options of the node) and confirm the order.',
		);
	}
	if (!sameLines(order, state, options)) {
		return review(
			'The draft has other products or quantities than were paid for. Correct them and confirm the order.',
		);
	}
	return sameTotal(order, state, options)
		? { verdict: 'confirm' }
		: review(wrongTotal(order, state, options));
}

const review = (reason: string): Judgement => ({ verdict: 'review', reason });

const amount = (order: PaidOrder, fen: number) =>
	`${toDecimal(money(fen, paymentCurrency(order)))} ${paymentCurrency(order)}`;

const paid = (order: PaidOrder) => amount(order, order.payment.total_fen);

const inPlace = ({ companyId, warehouseId }: OrderState, options: RecordOptions): boolean =>
	(options.companyId === undefined || options.companyId === companyId) &&
	(options.warehouseId === undefined || options.warehouseId === warehouseId);

const unlikeHold = (order: PaidOrder, { amountTotal, currency }: OrderState) =>
	`Stock was held for an order of ${decimalText(amountTotal, currency)} ${currency}, but ${paid(order)} was paid, or for other products. Correct the order before it ships.`;

function unmapped({ payment, mapping }: PaidOrder): string {
	const reasons = (mapping?.unmapped ?? []).map(({ message }) => message);
	const why = [...new Set(reasons)].join(' ') || payment.lines_problem;
	return `${why ?? 'It is not known which products were paid for.'} Replace the notes by the products and confirm the order.`;
}

/** Products and pieces, in any order: lines may have been merged or sorted by Odoo. */
export function sameLines(order: PaidOrder, state: OrderState, options: RecordOptions): boolean {
	const lines = wantedLines(order, options);
	const wanted = lines.map((line) => `${line.product_id}×${line.quantity}`);
	const held = state.lines.map((line) => `${line.productId}×${line.quantity}`);
	return wanted.sort().join() === held.sort().join();
}

function sameTotal(
	order: PaidOrder,
	{ amountTotal, currency }: OrderState,
	options: RecordOptions,
): boolean {
	if (currency !== paymentCurrency(order)) return false;
	try {
		return fromDecimal(amountTotal, currency).amount === wantedTotal(order, options);
	} catch {
		// More digits than the currency has: certainly not what was paid.
		return false;
	}
}

function wrongTotal(
	order: PaidOrder,
	{ amountTotal, amountTax, currency }: OrderState,
	options: RecordOptions,
): string {
	const total = wantedTotal(order, options);
	const coupon =
		total === order.payment.total_fen
			? ''
			: `, ${amount(order, order.payment.total_fen - total)} of it by coupons of the merchant`;
	const taxed = Number(amountTax) !== 0;
	const hint = taxed
		? ` The Odoo total includes ${decimalText(amountTax, currency)} tax. Set Taxes to No Tax in the node, or make the product's tax price-included.`
		: ' Shipping or a discount may be missing from the lines.';
	return `The order comes to ${decimalText(amountTotal, currency)} ${currency}, but ${paid(order)} was paid${coupon}.${hint} Correct the order until both agree and confirm it.`;
}

/** Odoo's `457.7` as `457.70`; left as it is where it is no amount of the currency. */
export function decimalText(text: string, currency: string): string {
	try {
		return toDecimal(fromDecimal(text, currency));
	} catch {
		return text;
	}
}

import { safeLine } from '../../core/outside-text';
import { isMapped, paymentCurrency, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { isQuotation, type OrderState } from '../sale-order/order-state';
import { hasGoods, paid, sameLines, sameTotal, totalOf, wrongTotal } from './compare-order';

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
	/** The goods had to wait, and may be shipped now: the activities that said so, and whether there are no others. */
	waited?: { activityIds: number[]; only: boolean };
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
	if (order.waitReason !== undefined) return mustWait(order.waitReason);
	if (source.adopted && state.hasActivity && !source.completed && !source.waited?.only) {
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

/** What a person reads of an order that is paid and must not be shipped yet. */
export const mustWait = (reason: string): string =>
	`${reason} Do not ship the order yet. Once this is settled in WeChat Shop, the next event or sweep goes on with it.`;

const NOTHING_PAID =
	'WeChat Pay reports a payment of 0. Look it up at pay.weixin.qq.com → Transaction Center (交易中心), then complete or cancel the draft.';

const otherCurrency = (order: PaidOrder, { currency }: OrderState) =>
	`The draft is in ${currency}, but ${paid(order)} was paid. Select a pricelist in ${paymentCurrency(order)}, add the products that the notes name, and confirm the order.`;

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

import type { CallContext } from '../../core/retry';
import type { OdooClient } from '../../odoo/client';
import { asSentence } from '../../odoo/odoo-error';
import type { RecordOptions } from '../model/paid-order';
import type { Review } from '../sale-order/chatter';
import { readReservedOrders } from '../sale-order/double-reservations';
import type { Move } from '../sale-order/moves';
import { confirmOrders } from '../sale-order/order-actions';
import { isConfirmed } from '../sale-order/order-state';
import { checkOrder, type OrderInProgress } from './check-order';
import { resetToQuotation } from './reset-to-quotation';

/**
 * Confirms the orders that may be confirmed, and updates `state` and `check` of all of them. Lines and
 * totals are checked again after the confirmation, which may change them.
 *
 * @returns the moves of the confirmed orders
 */
export async function confirmAndReserve(
	odoo: OdooClient,
	orders: OrderInProgress[],
	options: RecordOptions,
	context: CallContext,
): Promise<Move[]> {
	const toConfirm = orders.filter(({ check }) => check.outcome === 'confirm');
	const ids = toConfirm.map(({ state }) => state.id);
	const unconfirmed = await confirmOrders(odoo, ids, options);
	const inReview = ({ check }: OrderInProgress) => check.outcome === 'review';
	const sold = orders.filter((one) => !inReview(one)).map(({ state }) => state.id);
	const now = await readReservedOrders(odoo, sold, ids, context);
	const changed: Review[] = [];
	for (const one of toConfirm) {
		const { id } = one.state;
		one.state = now.orders.get(id) ?? one.state;
		const message = unconfirmed.get(id);
		if (message !== undefined) one.check = afterRejection(one, message);
		else if (isConfirmed(one.state)) {
			const asDraft = { ...one.state, state: 'draft', hasActivity: false };
			const check = checkOrder(one.order, asDraft, one.source, options);
			if (check.outcome !== 'review') continue;
			changed.push({ orderId: id, key: one.key, reason: check.reason });
			Object.assign(one, { state: asDraft, check });
		}
	}
	const rejected = await resetToQuotation(odoo, changed);
	for (const one of toConfirm) {
		const message = rejected.get(one.state.id);
		if (message !== undefined) keepConfirmed(one, message);
	}
	return now.moves;
}

/** An order that differs from its payment, and that Odoo does not reset to a quotation. */
function keepConfirmed(one: OrderInProgress, message: string): void {
	const reason = one.check.outcome === 'review' ? one.check.reason : '';
	one.state = { ...one.state, state: 'sale' };
	one.check = { outcome: 'review', reason: `${reason} ${NOT_RESET} ${asSentence(message)}` };
}

const NOT_RESET = 'It is still confirmed, because Odoo does not cancel it.';

/** If somebody else has confirmed the order meanwhile, Odoo's rejection does not matter. */
const afterRejection = ({ state }: OrderInProgress, message: string): OrderInProgress['check'] =>
	isConfirmed(state)
		? { outcome: 'confirmed' }
		: {
				outcome: 'review',
				reason: `The order could not be confirmed. ${asSentence(message)} Correct that and confirm the order.`,
			};
